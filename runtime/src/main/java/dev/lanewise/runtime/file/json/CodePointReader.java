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
