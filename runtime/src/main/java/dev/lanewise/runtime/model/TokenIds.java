package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.TextKey;
import dev.lanewise.runtime.data.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A lookup of one id a word. */
final class TokenIds extends Lookup {

    private final int number;
    private final LookupSpec spec;
    private final Vocabulary vocabulary;
    private final TextKey key = new TextKey();
    private int[] ofWords = new int[0];
    private int[] ofRows = new int[0];

    TokenIds(int number, LookupSpec spec, Vocabulary vocabulary) {
        this.number = number;
        this.spec = spec;
        this.vocabulary = vocabulary;
    }

    /** The id of every packed row. */
    int[] ofRows() {
        return ofRows;
    }

    @Override
    void pack(TextColumn text, Packing words, Batch.@Nullable IdFilter filter) {
        DistinctWords distinct = text.distinct();
        ofWords = TextColumn.grown(ofWords, distinct.size());
        spec.kind().ids(distinct.words(), distinct.size(), spec.length(), vocabulary, key, ofWords);
        ofRows = TextColumn.grown(ofRows, words.rows());
        int[] wordOfRow = text.ofRows();
        for (int row = 0; row < words.rows(); row++) {
            ofRows[row] = ofWords[wordOfRow[row]];
        }
        if (filter != null) {
            replace(words, filter);
        }
    }

    private void replace(Packing words, Batch.IdFilter filter) {
        for (int s = 0; s < words.sequences(); s++) {
            int length = words.length(words.place(s));
            for (int t = 0; t < length; t++) {
                int row = words.row(s, t);
                ofRows[row] = filter.token(number, ofRows[row], s, t);
            }
        }
    }
}
