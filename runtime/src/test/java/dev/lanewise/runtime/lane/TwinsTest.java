package dev.lanewise.runtime.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The scalar twin computes first; the vector twin is made when its time is over, once. */
final class TwinsTest {

    private static final long MULTIPLY_ADDS = 100_000_000;

    @Test
    void theVectorTwinTakesOverOnce() {
        AtomicInteger made = new AtomicInteger();
        Twins<String> twins = Twins.of(
                "scalar",
                () -> {
                    made.incrementAndGet();
                    return "vector";
                },
                16,
                MULTIPLY_ADDS);
        for (int words = 0; words < 4; words++) {
            twins.worked(1);
            assertEquals("scalar", twins.kernels());
        }
        assertEquals(0, made.get());
        for (int words = 0; words < 4; words++) {
            twins.worked(1);
            assertEquals("vector", twins.kernels());
        }
        assertEquals(1, made.get());
    }

    @Test
    void oneTwinStays() {
        Object kernels = new Object();
        Twins<Object> twins = Twins.of(kernels);
        twins.worked(Integer.MAX_VALUE);
        assertSame(kernels, twins.kernels());
    }
}
