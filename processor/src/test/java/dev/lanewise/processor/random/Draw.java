package dev.lanewise.processor.random;

import java.util.List;
import java.util.Random;

/** Random choices, the same for a seed on every JDK. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A number, both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
