package dev.lanewise.runtime.data;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word vectors from a file, to begin a table of words with. Immutable.
 *
 * <p>Read are GloVe's text, word2vec's text and binary format and fastText's {@code .vec}, plain or gzip, told by their content. A word
 * that stands twice has its first vector; words that are not UTF-8 or that hold spaces, which no token can match, are left out
 * and counted.
 *
 * <p>A word is looked for as it is written, then in lower case, then with every digit as 0 (as many corpora are folded), then
 * with every digit as # (as in word2vec's news vectors).
 */
public final class Vectors {

    private final String file;
    private final int dim;
    private final List<String> words;
    private final float[] values;
    private final long skipped;
    private final WordTable ids;
    private final boolean frozen;

    Vectors(String file, int dim, List<String> words, float[] values, long skipped) {
        this(file, dim, List.copyOf(words), values, skipped, new WordTable(words, 0), false);
    }

    private Vectors(
            String file, int dim, List<String> words, float[] values, long skipped, WordTable ids, boolean frozen) {
        this.file = file;
        this.dim = dim;
        this.words = words;
        this.values = values;
        this.skipped = skipped;
        this.ids = ids;
        this.frozen = frozen;
    }

    /** What a file may take in memory unless the caller says how many vectors are wanted. */
    private static final long MOST_BYTES = 1L << 30;

    /**
     * Reads all vectors of a file that take at most 1 GiB, which is 890,000 of 300 numbers. Reading needs up to three times the
     * memory that the vectors have in the end, 4 bytes a number and about 100 a word.
     *
     * @throws CorpusException if it is no file of vectors, damaged, or larger; the message names the line, or, of a binary file, the
     *     number of the vector counted like a line, and the byte
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Vectors read(Path file) {
        return read(file, Integer.MAX_VALUE, MOST_BYTES);
    }

    /**
     * Reads the first vectors of a file, which are those of the most frequent words in all usual files. The number bounds memory
     * here, while training, and in the model's file, which holds all that is read.
     *
     * @param limit how many, at least 1
     * @throws CorpusException as {@link #read(Path)}
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static Vectors read(Path file, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; read at least one vector");
        }
        return read(file, limit, Long.MAX_VALUE);
    }

    static Vectors read(Path file, int limit, long mostBytes) {
        try (VectorReader reader = VectorReader.open(file, limit, mostBytes)) {
            return reader.read();
        }
    }

    /**
     * The same, to be kept as they are while training: only the entry for unknown words is learned, and training words without a
     * vector are read as unknown. Otherwise the vectors of the training words are tuned; those of the file's other words stay.
     */
    public Vectors frozen() {
        return new Vectors(file, dim, words, values, skipped, ids, true);
    }

    /** Whether they are kept as they are while training. */
    public boolean isFrozen() {
        return frozen;
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** Numbers in each vector. */
    public int dim() {
        return dim;
    }

    /** The words in the order of the file; immutable. */
    public List<String> words() {
        return words;
    }

    /** How many entries of the file were left out: words that stand twice, hold spaces, or are not UTF-8. */
    public long skipped() {
        return skipped;
    }

    /**
     * Copies the vector of a word, under the first of its forms that there is.
     *
     * @param into at least {@link #dim} numbers from {@code at} on
     * @return whether there is one
     */
    public boolean copy(String word, float[] into, int at) {
        TextKey scratch = new TextKey();
        for (int form = 0; form < Folding.FORMS; form++) {
            int id = Folding.find(ids, word, form, scratch);
            if (id >= 0) {
                System.arraycopy(values, id * dim, into, at, dim);
                return true;
            }
        }
        return false;
    }

    /** How many of the words of a text have a vector. */
    public VectorCoverage coverage(Iterable<String> text) {
        Map<String, Integer> counts = new HashMap<>();
        text.forEach(word -> counts.merge(word, 1, Integer::sum));
        long[] types = new long[Folding.FORMS + 1];
        long[] tokens = new long[Folding.FORMS + 1];
        TextKey scratch = new TextKey();
        counts.forEach((word, count) -> {
            int form = 0;
            while (form < Folding.FORMS && Folding.find(ids, word, form, scratch) < 0) {
                form++;
            }
            types[form]++;
            tokens[form] += count;
        });
        return new VectorCoverage(
                file,
                VectorCoverage.Words.of(types, tokens, 0, 1),
                VectorCoverage.Words.of(types, tokens, Folding.LOWER_CASE, Folding.LOWER_CASE + 1),
                VectorCoverage.Words.of(types, tokens, Folding.LOWER_CASE + 1, Folding.FORMS),
                VectorCoverage.Words.of(types, tokens, Folding.FORMS, Folding.FORMS + 1));
    }

    @Override
    public String toString() {
        return "Vectors[" + file + ", " + words.size() + " x " + dim + (frozen ? ", frozen]" : "]");
    }
}
