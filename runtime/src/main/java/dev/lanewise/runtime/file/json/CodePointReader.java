package dev.lanewise.runtime.file.json;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** The code points of a text that is fetched piece by piece; halves of surrogate pairs come as they are. */
final class CodePointReader {

    /** What stands behind the last one. */
    static final int END = -1;

    private final Reader in;
    private final char[] piece = new char[1024];
    private int at;
    private int end;

    CodePointReader(Reader in) {
        this.in = in;
    }

    /**
     * The next code point, or {@link #END}.
     *
     * @throws JsonException if the text is not valid UTF-8
     * @throws UncheckedIOException if it cannot be fetched
     */
    int next() {
        if (!ready()) {
            return END;
        }
        char first = piece[at++];
        if (Character.isHighSurrogate(first) && ready() && Character.isLowSurrogate(piece[at])) {
            return Character.toCodePoint(first, piece[at++]);
        }
        return first;
    }

    /**
     * Takes the characters that need no second look in a string, as far as they have been fetched: ASCII without quotes, escapes and
     * control characters.
     *
     * @param into where they are added
     * @return how many
     */
    int run(StringBuilder into) {
        int from = at;
        at = runEnd(end);
        into.append(piece, from, at - from);
        return at - from;
    }

    /** As {@link #run(StringBuilder)}, at most {@code length} characters, into an array. */
    int run(char[] into, int to, int length) {
        int from = at;
        at = runEnd(Math.min(end, at + length));
        System.arraycopy(piece, from, into, to, at - from);
        return at - from;
    }

    /** As {@link #run(StringBuilder)}; keeps nothing. */
    int skipRun() {
        int from = at;
        at = runEnd(end);
        return at - from;
    }

    /** As {@link #run(StringBuilder)}; keeps their hash. */
    int skipRun(StringHash hash) {
        int from = at;
        at = runEnd(end);
        hash.add(piece, from, at);
        return at - from;
    }

    private int runEnd(int limit) {
        int i = at;
        while (i < limit && isPlain(piece[i])) {
            i++;
        }
        return i;
    }

    /** Whether a character needs no second look in a string. */
    static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
    }

    private boolean ready() {
        if (at == end) {
            try {
                at = 0;
                end = Math.max(0, in.read(piece));
            } catch (CharacterCodingException e) {
                throw new JsonException("the text is not valid UTF-8");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return at < end;
    }
}
