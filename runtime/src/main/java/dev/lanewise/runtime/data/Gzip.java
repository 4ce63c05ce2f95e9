package dev.lanewise.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;

/** Recognises gzip by its first bytes, whatever the file is called, and unpacks no bombs. */
final class Gzip {

    /** The system property that says how many bytes a packed file may unpack to. */
    static final String LIMIT = "lanewise.unpacked";

    /** Its default, 16 GiB: twice the largest word vectors that are handed around. */
    private static final long MOST_BYTES = 16L << 30;

    private Gzip() {}

    /** What is thrown where a file unpacks to more than it may; the message says how much that is, and the remedy what to do. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        private final String remedy;

        TooLargeException(String problem, String remedy) {
            super(problem);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    private static long limit() {
        String given = System.getProperty(LIMIT, Long.toString(MOST_BYTES));
        try {
            long limit = Long.parseLong(given);
            if (limit > 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw new IllegalArgumentException("-D" + LIMIT + "=" + given
                + " is no number of bytes; give one from 1, or leave it out for " + MOST_BYTES);
    }

    /** What a stream holds, unpacked if it is packed; the stream is closed where that fails. */
    static InputStream open(InputStream in) throws IOException {
        try {
            byte[] start = in.readNBytes(2);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
            return isMagic(start) ? unpack(whole) : whole;
        } catch (IOException | IllegalArgumentException e) {
            in.close();
            throw e;
        }
    }

    private static boolean isMagic(byte[] start) {
        return start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    private static InputStream unpack(InputStream in) throws IOException {
        Counted packed = new Counted(in);
        return new Bounded(new GZIPInputStream(new Eager(packed), 1 << 16), packed);
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

    /** Counts what goes through. */
    private static class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    /** Stops where a small file unpacks to an absurd size (text shrinks to a tenth, not to a thousandth), or any to a huge one. */
    private static final class Bounded extends Counted {
        private static final long FREE = 1 << 26;
        private static final int RATIO = 200;

        private final Counted packed;
        private final long limit = limit();

        Bounded(InputStream in, Counted packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            if (super.count > FREE && super.count / RATIO > packed.count) {
                throw new TooLargeException(
                        "it unpacks to more than " + RATIO + " times its size", "fetch or pack the file again");
            }
            if (super.count > limit) {
                throw new TooLargeException(
                        "it unpacks to more than " + limit + " bytes",
                        "if it is meant to, unpack it or allow more with -D" + LIMIT + "=<bytes>");
            }
            return read;
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
