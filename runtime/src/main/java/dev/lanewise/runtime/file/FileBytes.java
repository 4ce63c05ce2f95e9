package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.TensorEntry.Dtype;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, fetched in small pieces: as text or as little-endian numbers. */
final class FileBytes {

    /** The JDK keeps a direct buffer as large as the largest single read. */
    private static final int CHUNK = 1 << 16;

    /** Takes numbers: the first {@code count} of an array, the first of which is number {@code first} of all. */
    interface Sink {
        void take(float[] numbers, int count, int first);
    }

    private final FileChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final float[] numbers = new float[CHUNK / Float.BYTES];

    FileBytes(FileChannel channel) {
        this.channel = channel;
    }

    /** The whole number of eight bytes. */
    long number(long begin) throws IOException {
        fill(begin, Long.BYTES);
        return chunk.getLong(0);
    }

    /** The text of some bytes, strictly UTF-8. */
    Reader text(long begin, long end) {
        // A new decoder reports malformed input; that of a charset's name would put replacement characters instead.
        return new InputStreamReader(new Part(begin, end), StandardCharsets.UTF_8.newDecoder());
    }

    /** Passes numbers on, a chunk at a time. */
    void numbers(long begin, int count, Dtype dtype, Sink sink) throws IOException {
        int step = CHUNK / dtype.bytes;
        for (int first = 0; first < count; first += Math.min(step, count - first)) {
            int part = Math.min(step, count - first);
            fill(begin + (long) first * dtype.bytes, part * dtype.bytes);
            if (dtype == Dtype.F32) {
                chunk.asFloatBuffer().get(numbers, 0, part);
            } else {
                for (int i = 0; i < part; i++) {
                    numbers[i] = (float) chunk.getDouble(i * Double.BYTES);
                }
            }
            sink.take(numbers, part, first);
        }
    }

    private void fill(long begin, int length) throws IOException {
        chunk.clear().limit(length);
        while (chunk.hasRemaining()) {
            if (channel.read(chunk, begin + chunk.position()) < 0) {
                throw new EOFException();
            }
        }
        chunk.flip();
    }

    void close() throws IOException {
        channel.close();
    }

    /** A part of the file as a stream. */
    private final class Part extends InputStream {
        private long at;
        private final long end;

        Part(long at, long end) {
            this.at = at;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int wanted = (int) Math.min(length, end - at);
            if (wanted == 0) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(to, from, wanted), at);
            if (read < 0) {
                throw new EOFException();
            }
            at += read;
            return read;
        }
    }
}
