package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads training and test examples from CoNLL-U files: the words, and a tag of each that is made of several columns. Comments,
 * multiword tokens and empty nodes are no words. Plain or gzip (told by the first bytes), UTF-8. Immutable.
 *
 * <pre>{@code
 * List<Example<Tags>> train = ConlluColumns.of(
 *                 ConlluColumn.UPOS, ConlluColumn.XPOS, (upos, xpos) -> new Tags(Upos.valueOf(upos), xpos))
 *         .read(Path.of("train.conllu.gz"));
 * }</pre>
 *
 * @param <T> what stands for a word, such as a record
 */
public final class ConlluColumns<T> {

    private final List<ConlluColumn> columns;
    private final Function<List<String>, T> tag;

    private ConlluColumns(List<ConlluColumn> columns, Function<List<String>, T> tag) {
        this.columns = List.copyOf(columns);
        this.tag = tag;
        if (this.columns.isEmpty()) {
            throw new IllegalArgumentException("no columns to take tags from; name at least one");
        }
        for (ConlluColumn column : this.columns) {
            if (column == ConlluColumn.ID || column == ConlluColumn.FORM) {
                throw new IllegalArgumentException("column " + column.number() + " of CoNLL-U, " + column
                        + ", holds no tags; use upos, xpos, feats or another column from 3 to 10");
            }
        }
    }

    /**
     * A reader of some columns.
     *
     * @param <T> what stands for a word
     * @param columns which
     * @param tag makes of the values of a word, in the order of the columns, what stands for it; what it does not know it answers
     *     with an {@code IllegalArgumentException}, as {@code valueOf} of an enum does
     * @throws IllegalArgumentException if there are no columns, or for {@link ConlluColumn#ID} and {@link ConlluColumn#FORM}, which
     *     hold no tags
     */
    public static <T> ConlluColumns<T> of(List<ConlluColumn> columns, Function<List<String>, T> tag) {
        return new ConlluColumns<>(columns, tag);
    }

    /**
     * A reader of two columns.
     *
     * @param <T> what stands for a word
     * @param tag makes of the two values of a word what stands for it; see {@link #of(List, Function)}
     * @throws IllegalArgumentException for {@link ConlluColumn#ID} and {@link ConlluColumn#FORM}, which hold no tags
     */
    public static <T> ConlluColumns<T> of(ConlluColumn first, ConlluColumn second, BiFunction<String, String, T> tag) {
        return of(List.of(first, second), values -> tag.apply(values.get(0), values.get(1)));
    }

    /**
     * Reads a whole file.
     *
     * @return one example for each sentence, at least one
     * @throws CorpusException if it is not CoNLL-U, has no sentences, or a word has no value in a column, or one that no tag can be
     *     made of
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<T>> read(Path path) {
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
     * @throws CorpusException as {@link #read(Path)}
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<T>> read(InputStream in, String name) {
        try (ConlluDocument document = ConlluDocument.open(in, name)) {
            return read(document, name);
        }
    }

    private List<Example<T>> read(ConlluDocument document, String name) {
        List<Example<T>> examples = new ArrayList<>();
        for (ConlluSentence sentence : document) {
            List<List<String>> values = columns.stream().map(sentence::column).toList();
            List<T> tags = new ArrayList<>();
            for (int word = 0; word < sentence.words().size(); word++) {
                tags.add(tag(sentence, values, word, name));
            }
            examples.add(Example.of(sentence.words(), tags));
        }
        return examples;
    }

    private T tag(ConlluSentence sentence, List<List<String>> values, int word, String name) {
        List<String> ofWord = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ConlluColumn column = columns.get(i);
            String value = values.get(i).get(word);
            if (value.isEmpty() || value.equals("_") && !column.mayBeNothing()) {
                throw new CorpusException(
                        name,
                        sentence.lineNumber(word),
                        "the word \"" + sentence.words().get(word) + "\" has no " + column + " (column "
                                + column.number() + ")",
                        "fill it in or use another column");
            }
            ofWord.add(value);
        }
        try {
            return tag.apply(ofWord);
        } catch (IllegalArgumentException e) {
            throw new CorpusException(
                    name,
                    sentence.lineNumber(word),
                    "no tag can be made of " + ofWord + " of the word \""
                            + sentence.words().get(word) + "\": " + e.getMessage(),
                    "correct it, or take tags that have it");
        }
    }
}
