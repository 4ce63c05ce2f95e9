package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.TensorEntry.Dtype;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file, fetched in small pieces: as text or as little-endian numbers. */
final class FileBytes implements AutoCloseable {

    /** The JDK keeps a direct buffer as large as the largest single read into an array. */
    private static final int CHUNK = 1 << 16;

    private static final String TRUNCATED = "the file is truncated or is no safetensors file: copy or save it again";

    private final Path file;
    private final FileChannel channel;

    /** Direct, so that numbers are copied once and not thrice. */
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private FileBytes(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file. */
    static FileBytes open(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Opening a pipe would wait for its other end, a device has no size.
            throw cannotRead(file, "it is not a regular file", new IOException("not a regular file"));
        }
        try {
            return new FileBytes(file, FileChannel.open(file));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static RuntimeException failure(Path file, IOException e) {
        if (e instanceof EOFException) {
            return new ModelFormatException(file, "the file became shorter while it was read", TRUNCATED);
        }
        if (e instanceof NoSuchFileException) {
            return cannotRead(file, "there is no such file", e);
        }
        boolean denied = e instanceof AccessDeniedException;
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        return cannotRead(file, denied ? "permission denied" : reason, e);
    }

    private static UncheckedIOException cannotRead(Path file, String reason, IOException cause) {
        return new UncheckedIOException("cannot read " + file + ": " + reason, cause);
    }

    /** The error of a file that is not as long as it should be. */
    ModelFormatException truncated(String problem) {
        return new ModelFormatException(file, problem, TRUNCATED);
    }

    /** How many bytes there are. */
    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The whole number of eight bytes. */
    long number(long begin) {
        fill(begin, Long.BYTES);
        return chunk.getLong(0);
    }

    /** Some bytes, one after the other. */
    InputStream part(long begin, long end) {
        return new Part(begin, end);
    }

    /** Some bytes in an array. */
    byte[] bytes(long begin, int length) {
        byte[] all = new byte[length];
        for (int at = 0; at < length; ) {
            at += read(ByteBuffer.wrap(all, at, Math.min(CHUNK, length - at)), begin + at);
        }
        return all;
    }

    /**
     * Fetches numbers.
     *
     * @param begin where the first byte of the first of all stands
     * @param first the number of the first one that is fetched
     * @param count how many there are in all
     * @param into where they go from the begin on
     * @return how many were fetched: not all that are left, if they are many
     */
    int numbers(long begin, int first, int count, Dtype dtype, float[] into) {
        int part = Math.min(Math.min(CHUNK / dtype.bytes, into.length), count - first);
        fill(begin + (long) first * dtype.bytes, part * dtype.bytes);
        if (dtype == Dtype.F32) {
            chunk.asFloatBuffer().get(into, 0, part);
        } else {
            for (int i = 0; i < part; i++) {
                into[i] = (float) chunk.getDouble(i * Double.BYTES);
            }
        }
        return part;
    }

    private void fill(long begin, int length) {
        chunk.clear().limit(length);
        while (chunk.hasRemaining()) {
            read(chunk, begin + chunk.position());
        }
        chunk.flip();
    }

    private int read(ByteBuffer into, long begin) {
        try {
            int read = channel.read(into, begin);
            if (read < 0) {
                throw new EOFException();
            }
            return read;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
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
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            int wanted = (int) Math.min(length, end - at);
            if (wanted == 0) {
                return -1;
            }
            int read = FileBytes.this.read(ByteBuffer.wrap(to, from, wanted), at);
            at += read;
            return read;
        }
    }
}
