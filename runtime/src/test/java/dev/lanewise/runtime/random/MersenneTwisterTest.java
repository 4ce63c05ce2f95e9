package dev.lanewise.runtime.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MersenneTwisterTest {

    /** The C++ standard prescribes the 10,000th number of std::mt19937. */
    @Test
    void numberTenThousandIsTheOneOfTheStandard() {
        MersenneTwister generator = new MersenneTwister(5489);
        assertEquals(3499211612L, Integer.toUnsignedLong(generator.next()));
        for (int i = 2; i < 10_000; i++) {
            generator.next();
        }
        assertEquals(4123659995L, Integer.toUnsignedLong(generator.next()));
    }
}
