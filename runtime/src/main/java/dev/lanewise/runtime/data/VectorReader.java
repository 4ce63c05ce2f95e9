package dev.lanewise.runtime.data;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one file of vectors. Nothing is allocated by what its header says. */
final class VectorReader implements Closeable {

    private static final int MAX_NUMBERS = Integer.MAX_VALUE - 8;
    private static final int MAX_DIM = 1 << 16;
    /** What a word costs beside its characters: a string, its array's header, and its places in lists and tables. */
    private static final int WORD_BYTES = 100;

    private final VectorBytes bytes;
    private final int limit;
    private final long most;
    private final List<String> words = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private float[] values = new float[1024];
    private float[] row = new float[0];
    private int dim;
    private long announced = -1;
    private long entries;
    private long skipped;
    private long memory;

    private VectorReader(VectorBytes bytes, int limit, long most) {
        this.bytes = bytes;
        this.limit = limit;
        this.most = most;
    }

    /**
     * Opens a file.
     *
     * @param limit how many vectors are read
     * @param most the bytes that numbers and words may take
     */
    static VectorReader open(Path file, int limit, long most) {
        return new VectorReader(VectorBytes.open(file), limit, most);
    }

    Vectors read() {
        if (!bytes.nextLine()) {
            throw bytes.error("no vectors", "give a file with at least one");
        }
        boolean binary = false;
        if (isHeader()) {
            binary = bytes.looksBinary(dim);
        } else {
            dim = bytes.fields() - 1;
            if (dim < 1 || dim > MAX_DIM) {
                throw bytes.error(
                        "a word and its vector are expected",
                        "give a file of GloVe's, word2vec's or fastText's format");
            }
            row = new float[dim];
            addLine();
        }
        if (binary) {
            readBinary();
        } else {
            while (words.size() < limit && bytes.nextLine()) {
                addLine();
            }
        }
        if (announced >= 0 && words.size() < limit && entries != announced) {
            throw bytes.error(
                    "the first line announces " + announced + " vectors, but there are " + entries,
                    "fetch the file again");
        }
        if (words.isEmpty()) {
            throw bytes.error("no vectors", "give a file with at least one");
        }
        float[] all = Arrays.copyOf(values, words.size() * dim);
        return new Vectors(bytes.name(), dim, words, all, skipped);
    }

    /** Whether the line is the number of vectors and the numbers in each. */
    private boolean isHeader() {
        if (bytes.fields() != 2 || bytes.integer(0) < 1 || bytes.integer(1) < 1) {
            return false;
        }
        announced = bytes.integer(0);
        if (bytes.integer(1) > MAX_DIM) {
            throw bytes.error(
                    "vectors of " + bytes.integer(1) + " numbers are announced, more than " + MAX_DIM,
                    "give a file of word vectors");
        }
        dim = (int) bytes.integer(1);
        row = new float[dim];
        return true;
    }

    private void addLine() {
        int numbers = bytes.fields() - 1;
        int extra = numbers - dim;
        // A word that holds spaces: what stands where its numbers would begin is none.
        boolean spaces = extra > 0 && !bytes.isNumber(extra);
        if (extra != 0 && !spaces) {
            throw bytes.error(
                    numbers + " numbers, but vectors here have " + dim, "correct the line or fetch the file again");
        }
        for (int i = 0; i < dim; i++) {
            row[i] = bytes.number(1 + Math.max(0, extra) + i);
        }
        add(spaces ? "" : word(bytes.field(0)));
    }

    private void readBinary() {
        while (words.size() < limit && entries < announced) {
            ByteBuffer word = bytes.nextWord();
            bytes.numbers(row);
            add(word(word));
        }
        if (words.size() < limit && !bytes.atEnd()) {
            throw bytes.errorInBinary("there is more than the " + announced + " vectors announced", 0);
        }
    }

    /** The text of a word; empty if it is not UTF-8. */
    private static String word(ByteBuffer encoded) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private void add(String word) {
        entries++;
        if (word.isEmpty() || !seen.add(word)) {
            skipped++;
            return;
        }
        long needed = (words.size() + 1L) * dim;
        memory += (long) Float.BYTES * dim + WORD_BYTES + (long) Character.BYTES * word.length();
        if (needed > MAX_NUMBERS || memory > most) {
            throw bytes.error(
                    words.size() + " vectors and their words fill the "
                            + (needed > MAX_NUMBERS ? "largest array" : most + " bytes that a file may take unasked"),
                    "read the first ones alone, with Vectors.read(file, limit)");
        }
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(MAX_NUMBERS, Math.max(needed, 2L * values.length)));
        }
        System.arraycopy(row, 0, values, words.size() * dim, dim);
        words.add(word);
    }

    /**
     * Closes the file.
     *
     * @throws UncheckedIOException if that fails
     */
    @Override
    public void close() {
        bytes.close();
    }
}
