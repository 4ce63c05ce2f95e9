package dev.lanewise.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The bytes of a file of vectors, plain or gzip: lines and their fields, or words and numbers in binary. */
final class VectorBytes implements Closeable {

    private static final int MAX_LINE = 1 << 21;
    private static final int MAX_WORD = 1 << 16;

    private final InputStream in;
    private final String name;
    private byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long taken;
    private long number;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int fields;

    private VectorBytes(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    static VectorBytes open(Path file) {
        try {
            return new VectorBytes(Gzip.open(Files.newInputStream(file)), file.toString());
        } catch (IOException e) {
            throw Unreadable.of(file.toString(), 1, e);
        }
    }

    String name() {
        return name;
    }

    /** Goes to the next line that is not empty and finds its fields, which spaces and tabs separate; false at the end of the file. */
    boolean nextLine() {
        while (anyLine()) {
            if (fields > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean anyLine() {
        int length = 0;
        while (ready(length + 1) && buffer[at + length] != '\n') {
            length++;
            if (length > MAX_LINE) {
                number++;
                throw error("a line of more than " + MAX_LINE + " bytes", "give a file of word vectors");
            }
        }
        boolean ended = ready(length + 1);
        if (length == 0 && !ended) {
            return false;
        }
        number++;
        split(at, at + length);
        at += ended ? length + 1 : length;
        return true;
    }

    private void split(int from, int to) {
        fields = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i < to && !isSpace(buffer[i])) {
                continue;
            }
            if (i > start) {
                if (fields == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * fields);
                    ends = Arrays.copyOf(ends, 2 * fields);
                }
                starts[fields] = start;
                ends[fields++] = i;
            }
            start = i + 1;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    /** The number of fields of the line. */
    int fields() {
        return fields;
    }

    /** The bytes of a field; valid until the next line. */
    ByteBuffer field(int i) {
        return ByteBuffer.wrap(buffer, starts[i], ends[i] - starts[i]);
    }

    /** The whole number in a field, -1 if it is none or has more than 15 digits. */
    long integer(int i) {
        long value = 0;
        for (int k = starts[i]; k < ends[i]; k++) {
            if (buffer[k] < '0' || buffer[k] > '9' || k - starts[i] >= 15) {
                return -1;
            }
            value = 10 * value + buffer[k] - '0';
        }
        return value;
    }

    /** Whether a field is a number. */
    boolean isNumber(int i) {
        return !Float.isNaN(parse(i));
    }

    /** The number in a field. */
    float number(int i) {
        float value = parse(i);
        if (!Float.isFinite(value)) {
            String text = text(starts[i], Math.min(ends[i], starts[i] + 40));
            throw error("\"" + text + "\" is no finite number", "correct the line or fetch the file again");
        }
        return value;
    }

    /** The number that a field spells in decimal; NaN if it spells none. */
    private float parse(int i) {
        for (int k = starts[i]; k < ends[i]; k++) {
            // Java reads "NaN", "0x1p3" and "1f" as well, which are words here.
            byte b = buffer[k];
            if ((b < '0' || b > '9') && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(text(starts[i], ends[i]));
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    private String text(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether what follows is not text: behind a word and a space there are bytes that no text has. A line of one field for each
     * number and one for the word is text.
     */
    boolean looksBinary(int dim) {
        int i = 0;
        while (i < MAX_WORD && ready(i + 1) && buffer[at + i] != ' ') {
            i++;
        }
        int separators = 0;
        for (int stop = i + 1 + Float.BYTES * dim; i < stop && ready(i + 1); i++) {
            byte b = buffer[at + i];
            if (b == '\n' && separators >= dim) {
                return false;
            }
            if (b < ' ' && b != '\n' && !isSpace(b)) {
                return true;
            }
            separators += isSpace(b) ? 1 : 0;
        }
        return false;
    }

    /** The next word of a binary file, without the line end that may stand before it; valid until the next one. */
    ByteBuffer nextWord() {
        number++;
        while (ready(1) && buffer[at] == '\n') {
            at++;
        }
        int length = 0;
        while (ready(length + 1) && buffer[at + length] != ' ') {
            length++;
            if (length > MAX_WORD) {
                throw errorInBinary("a word of more than " + MAX_WORD + " bytes", 0);
            }
        }
        if (!ready(length + 1)) {
            throw errorInBinary("the file ends before its last vector", length);
        }
        ByteBuffer word = ByteBuffer.wrap(Arrays.copyOfRange(buffer, at, at + length));
        at += length + 1;
        return word;
    }

    /** Reads the numbers of a binary file, little-endian. */
    void numbers(float[] into) {
        int size = into.length * Float.BYTES;
        if (!ready(size)) {
            throw errorInBinary("the file ends within a vector", end - at);
        }
        ByteBuffer.wrap(buffer, at, size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(into);
        for (int i = 0; i < into.length; i++) {
            if (!Float.isFinite(into[i])) {
                throw errorInBinary("a number is " + into[i], i * Float.BYTES);
            }
        }
        at += size;
    }

    /** Whether nothing but line ends follows. */
    boolean atEnd() {
        while (ready(1) && buffer[at] == '\n') {
            at++;
        }
        return !ready(1);
    }

    /** An error in a binary file, so many bytes from here: its line is the number of the vector, the header being line 1. */
    CorpusException errorInBinary(String problem, int ahead) {
        return error(problem + ", at byte " + (taken + at + ahead), "fetch the file again");
    }

    /** An error at the current line. */
    CorpusException error(String problem, String remedy) {
        return new CorpusException(name, Math.max(1, number), problem, remedy);
    }

    /** Sees to it that so many bytes from the current one on are in the buffer; false if the file ends before. */
    private boolean ready(int count) {
        if (at + count <= end) {
            return true;
        }
        try {
            if (at + count > buffer.length) {
                int left = end - at;
                byte[] target = count > buffer.length ? new byte[Math.max(count, 2 * buffer.length)] : buffer;
                System.arraycopy(buffer, at, target, 0, left);
                buffer = target;
                taken += at;
                at = 0;
                end = left;
            }
            while (at + count > end) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    return false;
                }
                end += read;
            }
            return true;
        } catch (IOException e) {
            throw Unreadable.of(name, Math.max(1, number), e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Unreadable.of(name, Math.max(1, number), e);
        }
    }
}
