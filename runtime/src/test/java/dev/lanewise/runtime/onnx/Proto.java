package dev.lanewise.runtime.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the wire format of protocol buffers: the fields of one message by number, in order. */
record Proto(Map<Integer, List<Object>> fields) {

    static Proto read(byte[] bytes) {
        Map<Integer, List<Object>> fields = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            long key = varint(in);
            List<Object> values = fields.computeIfAbsent((int) (key >>> 3), field -> new ArrayList<>());
            switch ((int) (key & 7)) {
                case 0 -> values.add(varint(in));
                case 2 -> {
                    byte[] value = new byte[Math.toIntExact(varint(in))];
                    in.get(value);
                    values.add(value);
                }
                default -> throw new IllegalArgumentException("wire type " + (key & 7));
            }
        }
        return new Proto(fields);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }

    List<Long> numbers(int field) {
        return all(field).stream().map(value -> (Long) value).toList();
    }

    long number(int field) {
        return numbers(field).get(0);
    }

    List<String> texts(int field) {
        return all(field).stream()
                .map(value -> new String((byte[]) value, StandardCharsets.UTF_8))
                .toList();
    }

    String text(int field) {
        return texts(field).get(0);
    }

    List<Proto> messages(int field) {
        return all(field).stream().map(value -> read((byte[]) value)).toList();
    }

    Proto message(int field) {
        return messages(field).get(0);
    }

    float[] floats(int field) {
        byte[] bytes = (byte[]) all(field).get(0);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
