package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads training and test examples from CoNLL-U files: the words and one column of tags. Comments, multiword tokens and
 * empty nodes are no words. Plain or gzip (told by the first bytes), UTF-8. Immutable.
 *
 * <pre>{@code
 * List<Example<String>> train = ConlluReader.of(ConlluColumn.UPOS).read(Path.of("train.conllu.gz"));
 * }</pre>
 */
public final class ConlluReader {

    private final ConlluColumn column;

    private ConlluReader(ConlluColumn column) {
        this.column = column;
    }

    /**
     * A reader that takes the tags from a column.
     *
     * @throws IllegalArgumentException for {@link ConlluColumn#ID} and {@link ConlluColumn#FORM}, which hold no tags
     */
    public static ConlluReader of(ConlluColumn column) {
        if (column == ConlluColumn.ID || column == ConlluColumn.FORM) {
            throw new IllegalArgumentException("column " + column.number() + " of CoNLL-U, " + column
                    + ", holds no tags; use upos, xpos, feats or another column from 3 to 10");
        }
        return new ConlluReader(column);
    }

    /**
     * A reader that takes the tags from a column.
     *
     * @param column its number, 3 to 10; 4 is UPOS, 5 XPOS
     * @throws IllegalArgumentException if there is no such column, or no tags in it
     */
    public static ConlluReader of(int column) {
        return of(ConlluColumn.of(column));
    }

    /**
     * Reads a whole file.
     *
     * @return one example for each sentence, at least one
     * @throws CorpusException if it is not CoNLL-U, has no sentences, or a word has no value in the column
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<String>> read(Path path) {
        try (ConlluDocument document = ConlluDocument.open(path)) {
            return read(document, path.toString());
        }
    }

    /**
     * Reads a whole stream and leaves it open.
     *
     * @param in the bytes
     * @param name what to call it in errors
     * @return one example for each sentence, at least one
     * @throws CorpusException if it is not CoNLL-U, has no sentences, or a word has no value in the column
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<String>> read(InputStream in, String name) {
        try (ConlluDocument document = ConlluDocument.open(in, name)) {
            return read(document, name);
        }
    }

    private List<Example<String>> read(ConlluDocument document, String name) {
        List<Example<String>> examples = new ArrayList<>();
        for (ConlluSentence sentence : document) {
            List<String> tags = sentence.column(column);
            for (int word = 0; word < tags.size(); word++) {
                if (isMissing(tags.get(word))) {
                    throw new CorpusException(
                            name,
                            sentence.lineNumber(word),
                            "the word \"" + sentence.words().get(word) + "\" has no " + column + " (column "
                                    + column.number() + ")",
                            "fill it in or use another column");
                }
            }
            examples.add(Example.of(sentence.words(), tags));
        }
        return examples;
    }

    private boolean isMissing(String tag) {
        return tag.isEmpty() || tag.equals("_") && !column.mayBeNothing();
    }
}
