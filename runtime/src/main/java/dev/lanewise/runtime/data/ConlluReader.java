package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads training and test examples from CoNLL-U files: the words and one column of tags. Comments, multiword tokens and
 * empty nodes are no words. Plain or gzip (told by the first bytes), UTF-8. Immutable. {@link ConlluColumns} reads several columns
 * at once.
 *
 * <pre>{@code
 * List<Example<String>> train = ConlluReader.of(ConlluColumn.UPOS).read(Path.of("train.conllu.gz"));
 * }</pre>
 */
public final class ConlluReader {

    private final ConlluColumns<String> columns;

    private ConlluReader(ConlluColumn column) {
        this.columns = ConlluColumns.of(List.of(column), values -> values.get(0));
    }

    /**
     * A reader that takes the tags from a column.
     *
     * @throws IllegalArgumentException for {@link ConlluColumn#ID} and {@link ConlluColumn#FORM}, which hold no tags
     */
    public static ConlluReader of(ConlluColumn column) {
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
        return columns.read(path);
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
        return columns.read(in, name);
    }
}
