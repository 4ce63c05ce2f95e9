package dev.lanewise.runtime.file;

import dev.lanewise.runtime.file.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Writes the bytes of a safetensors file. */
final class SafeTensorsWriter {

    private static final int CHUNK = 1 << 16;

    private SafeTensorsWriter() {}

    static void write(SafeTensors content, Path file) {
        byte[] header = header(content).getBytes(StandardCharsets.UTF_8);
        // The numbers begin at a multiple of 8, as the safetensors library has it.
        int padding = -header.length & 7;
        if (header.length + padding > SafeTensors.MAX_HEADER) {
            throw new IllegalArgumentException("cannot write " + file + ": names and texts need " + header.length
                    + " bytes and a safetensors header holds " + SafeTensors.MAX_HEADER
                    + "; make the vocabulary smaller");
        }
        AtomicFile.write(file, out -> {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
            chunk.putLong(header.length + padding);
            flush(chunk, out);
            out.write(header);
            out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
            for (Tensor tensor : content.tensors()) {
                values(tensor.values(), chunk, out);
            }
        });
    }

    private static String header(SafeTensors content) {
        StringBuilder out = new StringBuilder("{");
        if (!content.metadata().isEmpty()) {
            metadata(out, content.metadata());
        }
        long offset = 0;
        for (Tensor tensor : content.tensors()) {
            if (out.length() > 1) {
                out.append(',');
            }
            long end = offset + (long) Float.BYTES * tensor.values().length;
            JsonWriter.string(out, tensor.name());
            out.append(":{\"dtype\":\"F32\",\"shape\":[");
            for (int i = 0; i < tensor.shape().size(); i++) {
                out.append(i == 0 ? "" : ",").append(tensor.shape().get(i));
            }
            out.append("],\"data_offsets\":[")
                    .append(offset)
                    .append(',')
                    .append(end)
                    .append("]}");
            offset = end;
        }
        return out.append('}').toString();
    }

    private static void metadata(StringBuilder out, Map<String, String> metadata) {
        JsonWriter.string(out, SafeTensors.METADATA);
        char separator = '{';
        out.append(':');
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            out.append(separator);
            JsonWriter.string(out, entry.getKey());
            out.append(':');
            JsonWriter.string(out, entry.getValue());
            separator = ',';
        }
        out.append('}');
    }

    private static void values(float[] values, ByteBuffer chunk, OutputStream out) throws IOException {
        int step = CHUNK / Float.BYTES;
        for (int from = 0; from < values.length; from += step) {
            int count = Math.min(step, values.length - from);
            chunk.asFloatBuffer().put(values, from, count);
            chunk.position(count * Float.BYTES);
            flush(chunk, out);
        }
    }

    private static void flush(ByteBuffer chunk, OutputStream out) throws IOException {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
    }
}
