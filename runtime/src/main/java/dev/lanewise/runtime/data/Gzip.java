package dev.lanewise.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;

/** Recognises gzip by its first bytes, whatever the file is called. */
final class Gzip {

    private Gzip() {}

    static boolean isMagic(byte[] start) {
        return start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    /** The unpacked stream; {@code start} has been taken from {@code rest} already. */
    static InputStream unpack(byte[] start, InputStream rest) throws IOException {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), rest);
        return new GZIPInputStream(new Eager(whole), 1 << 16);
    }

    /** GZIPInputStream looks for a further member only where more is "available", which a pipe may deny at any time. */
    private static final class Eager extends FilterInputStream {

        Eager(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }

    /** A stream that somebody else closes. */
    static final class KeepOpen extends FilterInputStream {

        KeepOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // its owner's business
        }
    }
}
