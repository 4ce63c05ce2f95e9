package dev.lanewise.runtime.file.json;

import java.io.InputStream;

/** The bytes of a string behind its opening quote, without its escapes. */
final class Unescaped extends InputStream {
    private final JsonCharacters json;
    private boolean ended;

    /** What is left of a character that did not fit. */
    private final byte[] rest = new byte[4];

    private int restAt = rest.length;

    /** The bytes of a string that was opened. */
    Unescaped(JsonCharacters json) {
        this.json = json;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? JsonCharacters.END : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        int at = from;
        while (at < from + length && !ended) {
            at = steps(into, at, from + length);
        }
        return at == from ? JsonCharacters.END : at - from;
    }

    private int steps(byte[] into, int from, int end) {
        int at = from;
        for (int step = 0; step < JsonReader.STEPS && at < end && !ended; step++) {
            if (restAt < rest.length) {
                into[at++] = rest[restAt++];
            } else if (CodePointReader.isPlain(json.current)) {
                into[at++] = (byte) json.current;
                at += json.text.run(into, at, end - at);
                json.current = json.text.next();
            } else {
                int c = json.part();
                ended = c == JsonCharacters.END;
                keep(c);
            }
        }
        return at;
    }

    /** Encodes a character. */
    private void keep(int c) {
        int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        int bits = c;
        restAt = rest.length;
        for (int i = 0; i < more; i++) {
            rest[--restAt] = (byte) (0x80 | bits & 0x3F);
            bits >>= 6;
        }
        if (c != JsonCharacters.END) {
            rest[--restAt] = (byte) (more == 0 ? c : 0xF0 << 3 - more | bits);
        }
    }
}
