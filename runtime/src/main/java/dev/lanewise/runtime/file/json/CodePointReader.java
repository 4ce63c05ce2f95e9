package dev.lanewise.runtime.file.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The code points of a text that is fetched piece by piece, strictly UTF-8. It decodes the bytes itself: a program reads the header of
 * a model soon after its start, when the JDK's decoders are neither loaded nor compiled.
 */
final class CodePointReader {

    /** What stands behind the last one. */
    static final int END = -1;

    /** Bytes that a loop takes in one call: the JIT compiles what is called again and again sooner than a loop that goes on and on. */
    private static final int PART = 1 << 7;

    private final InputStream in;
    private final byte[] piece = new byte[1 << 13];
    private int at;
    private int end;

    /** How many bytes stand before the piece. */
    private long before;

    CodePointReader(InputStream in) {
        this.in = in;
    }

    /** How many bytes stand before what {@link #next} gives. */
    long offset() {
        return before + at;
    }

    /**
     * The next code point, or {@link #END}.
     *
     * @throws JsonException if the text is not valid UTF-8
     * @throws UncheckedIOException if it cannot be fetched
     */
    int next() {
        if (at == end && !fetch(1)) {
            return END;
        }
        int first = piece[at++];
        return first >= 0 ? first : longer(first & 0xFF);
    }

    /** A code point of more than one byte, of which the first is given. */
    private int longer(int first) {
        int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        if (first < 0xC2 || first > 0xF4 || end - at < more && !fetch(more)) {
            throw invalid();
        }
        int c = first & 0x3F >> more;
        for (int i = 0; i < more; i++) {
            int follows = piece[at++];
            if ((follows & 0xC0) != 0x80) {
                throw invalid();
            }
            c = c << 6 | follows & 0x3F;
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (c < least || c > Character.MAX_CODE_POINT || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw invalid();
        }
        return c;
    }

    private static JsonException invalid() {
        return new JsonException("the text is not valid UTF-8");
    }

    /** Sees to it that so many bytes lie in the piece; false if there are not so many left. */
    private boolean fetch(int wanted) {
        System.arraycopy(piece, at, piece, 0, end - at);
        before += at;
        end -= at;
        at = 0;
        while (end < wanted) {
            int read = read();
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private int read() {
        try {
            return in.read(piece, end, piece.length - end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the characters that need no second look in a string, as far as they have been fetched: ASCII without quotes, escapes and
     * control characters.
     *
     * @param into where they are added
     */
    void run(StringBuilder into) {
        int from = at;
        at = runEnd(end);
        into.append(new String(piece, from, at - from, StandardCharsets.ISO_8859_1));
    }

    /** As {@link #run(StringBuilder)}, at most {@code length} bytes, into an array; returns how many. */
    int run(byte[] into, int to, int length) {
        int from = at;
        at = runEnd(Math.min(end, at + length));
        System.arraycopy(piece, from, into, to, at - from);
        return at - from;
    }

    /** As {@link #run(StringBuilder)}; keeps their hash. */
    void skipRun(StringHash hash) {
        int from = at;
        at = runEnd(end);
        hash.add(piece, from, at);
    }

    private int runEnd(int limit) {
        int i = at;
        while (i < limit && isPlain(piece[i])) {
            i++;
        }
        return i;
    }

    /** Skips a part of a string in which nothing can be wrong: ASCII, the two usual escapes, and letters of two bytes. */
    void skipRun() {
        int limit = Math.min(end - 1, at + PART);
        int i = at;
        while (i < limit) {
            int b = piece[i];
            if (b >= ' ' && b != '"' && b != '\\') {
                i++;
            } else if (b == '\\' && (piece[i + 1] == '"' || piece[i + 1] == '\\')) {
                i += 2;
            } else if (b >= (byte) 0xC2 && b <= (byte) 0xDF && piece[i + 1] < (byte) 0xC0) {
                i += 2;
            } else {
                break;
            }
        }
        at = i;
    }

    /** Whether a character needs no second look in a string. */
    static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }
}
