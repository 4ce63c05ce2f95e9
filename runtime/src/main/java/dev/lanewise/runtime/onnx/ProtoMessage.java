package dev.lanewise.runtime.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message in the wire format of protocol buffers: as much of it as ONNX needs, which is integers, texts, bytes and nested
 * messages. Payloads are kept, not copied, so a graph costs its weights once.
 */
final class ProtoMessage {

    private static final int VARINT = 0;
    private static final int DELIMITED = 2;

    private final List<byte[]> chunks = new ArrayList<>();
    private long size;

    /** Adds an integer, also one of a repeated field. */
    ProtoMessage number(int field, long value) {
        byte[] key = varint((long) field << 3 | VARINT);
        add(key);
        add(varint(value));
        return this;
    }

    /** Adds a text. */
    ProtoMessage text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes, which must not change any more. */
    ProtoMessage bytes(int field, byte[] value) {
        add(varint((long) field << 3 | DELIMITED));
        add(varint(value.length));
        add(value);
        return this;
    }

    /** Adds a message, to which nothing may be added any more. */
    ProtoMessage message(int field, ProtoMessage value) {
        add(varint((long) field << 3 | DELIMITED));
        add(varint(value.size));
        value.chunks.forEach(this::add);
        return this;
    }

    /** Adds the fields of a message of the same kind. */
    ProtoMessage append(ProtoMessage other) {
        other.chunks.forEach(this::add);
        return this;
    }

    /** The number of bytes. */
    long size() {
        return size;
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] chunk : chunks) {
            out.write(chunk);
        }
    }

    private void add(byte[] chunk) {
        chunks.add(chunk);
        size += chunk.length;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static byte[] varint(long value) {
        int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >>> 7 * i & 0x7F | (i + 1 < length ? 0x80 : 0));
        }
        return bytes;
    }
}
