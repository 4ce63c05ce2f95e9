package dev.lanewise.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void shapeIsCopied() {
        List<Integer> shape = new ArrayList<>(List.of(2, 1));
        Tensor tensor = new Tensor("w", shape, new float[2]);
        shape.set(0, 7);
        assertEquals(List.of(2, 1), tensor.shape());
    }

    @Test
    void emptyShapeIsASingleNumber() {
        assertEquals(List.of(), Tensor.of("w", new float[] {3}).shape());
    }

    @Test
    void valuesMustFillTheShape() {
        assertRefused("needs 6 values but was given 5", new float[5], 2, 3);
        assertRefused("needs 0 values but was given 1", new float[1], 1 << 30, 1 << 30, 1 << 30, 0);
        assertRefused("values but was given 0", new float[0], 1 << 30, 1 << 30, 1 << 30, 1 << 30);
        assertRefused("negative", new float[6], -2, -3);
    }

    private static void assertRefused(String problem, float[] values, int... shape) {
        String message = assertThrows(IllegalArgumentException.class, () -> Tensor.of("lstm.w", values, shape))
                .getMessage();
        assertTrue(message.startsWith("tensor \"lstm.w\" of shape [") && message.contains(problem), message);
    }

    @Test
    void equalTensorsHaveEqualNumbers() {
        Tensor tensor = Tensor.of("w", new float[] {1, Float.NaN}, 2);
        assertEquals(tensor, Tensor.of("w", new float[] {1, Float.NaN}, 2));
        assertEquals(
                tensor.hashCode(), Tensor.of("w", new float[] {1, Float.NaN}, 2).hashCode());
        assertNotEquals(tensor, Tensor.of("v", new float[] {1, Float.NaN}, 2));
        assertNotEquals(tensor, Tensor.of("w", new float[] {1, Float.NaN}, 1, 2));
        assertNotEquals(tensor, Tensor.of("w", new float[] {1, 2}, 2));
        assertEquals("tensor \"w\" of shape [2]", tensor.toString());
    }
}
