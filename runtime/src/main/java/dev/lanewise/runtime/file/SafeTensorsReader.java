package dev.lanewise.runtime.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the bytes of a safetensors file. */
final class SafeTensorsReader {

    private static final int CHUNK = 1 << 16;
    private static final String TRUNCATED = "the file is truncated or is no safetensors file: copy or save it again";
    private static final String NOT_FINITE =
            "the training went wrong or the file is damaged: train again with a smaller learning rate or save it again";

    private final Path file;
    private final FileChannel channel;
    private final NonFinite nonFinite;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    private SafeTensorsReader(Path file, FileChannel channel, NonFinite nonFinite) {
        this.file = file;
        this.channel = channel;
        this.nonFinite = nonFinite;
    }

    static SafeTensors read(Path file, NonFinite nonFinite) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Opening a pipe would wait for its other end, a device has no size.
            throw cannotRead(file, "it is not a regular file", new IOException("not a regular file"));
        }
        try (FileChannel channel = FileChannel.open(file)) {
            return new SafeTensorsReader(file, channel, nonFinite).read();
        } catch (NoSuchFileException e) {
            throw cannotRead(file, "there is no such file", e);
        } catch (AccessDeniedException e) {
            throw cannotRead(file, "permission denied", e);
        } catch (EOFException e) {
            throw new ModelFormatException(file, "the file became shorter while it was read", TRUNCATED);
        } catch (IOException e) {
            throw cannotRead(file, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private static UncheckedIOException cannotRead(Path file, String reason, IOException cause) {
        return new UncheckedIOException("cannot read " + file + ": " + reason, cause);
    }

    private SafeTensors read() throws IOException {
        long fileBytes = channel.size();
        if (fileBytes < Long.BYTES) {
            throw new ModelFormatException(file, "the file has only " + fileBytes + " bytes", TRUNCATED);
        }
        fill(chunk.limit(Long.BYTES));
        long headerBytes = chunk.getLong(0);
        if (headerBytes < 0 || headerBytes > SafeTensors.MAX_HEADER || headerBytes > fileBytes - Long.BYTES) {
            throw new ModelFormatException(
                    file,
                    "its header should have " + Long.toUnsignedString(headerBytes) + " bytes, the whole file has "
                            + fileBytes + " and the limit is " + SafeTensors.MAX_HEADER,
                    TRUNCATED);
        }
        byte[] bytes = new byte[(int) headerBytes];
        fill(ByteBuffer.wrap(bytes));
        long dataBegin = Long.BYTES + headerBytes;
        Header header = Header.read(file, bytes, fileBytes - dataBegin);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (TensorEntry entry : header.entries()) {
            channel.position(dataBegin + entry.begin());
            tensors.put(entry.name(), new Tensor(entry.name(), entry.shape(), values(entry)));
        }
        return new SafeTensors(header.metadata(), tensors, file);
    }

    private float[] values(TensorEntry entry) throws IOException {
        float[] values = new float[entry.count()];
        int step = CHUNK / entry.dtype().bytes;
        for (int from = 0; from < values.length; from += step) {
            int count = Math.min(step, values.length - from);
            fill(chunk.clear().limit(count * entry.dtype().bytes));
            if (entry.dtype() == TensorEntry.Dtype.F32) {
                chunk.asFloatBuffer().get(values, from, count);
            } else {
                for (int i = 0; i < count; i++) {
                    values[from + i] = (float) chunk.getDouble(i * Double.BYTES);
                }
            }
        }
        if (nonFinite == NonFinite.REFUSE) {
            checkFinite(entry, values);
        }
        return values;
    }

    private void checkFinite(TensorEntry entry, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new ModelFormatException(
                        file, entry + " holds " + values[i] + " as value number " + (i + 1), NOT_FINITE);
            }
        }
    }

    /** Fills a buffer up to its limit and makes it ready for reading. */
    private void fill(ByteBuffer buffer) throws IOException {
        int end = buffer.limit();
        while (buffer.position() < end) {
            // The JDK keeps a direct buffer as large as the largest single read.
            buffer.limit(Math.min(end, buffer.position() + CHUNK));
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        buffer.flip();
    }
}
