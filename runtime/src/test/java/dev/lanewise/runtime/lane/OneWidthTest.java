package dev.lanewise.runtime.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Where the JIT takes vectors of one width, the first model decides; where it takes several, each has its own. */
final class OneWidthTest {

    @Test
    void widerModelsGetTheVectorsOfANarrowOneBeforeThem() {
        OneWidth width = new OneWidth(false);
        assertTrue(width.allows(8));
        assertEquals(8, width.take(8));
        assertTrue(width.allows(16));
        assertEquals(8, width.take(16));
        assertEquals(8, width.take(8));
    }

    @Test
    void narrowModelsGetNoVectorsBesideWiderOnes() {
        OneWidth width = new OneWidth(false);
        assertEquals(16, width.take(16));
        assertFalse(width.allows(8));
        assertTrue(width.allows(16));
        assertEquals(16, width.take(16));
    }

    @Test
    void everyModelHasItsOwnWhereSeveralAreTaken() {
        OneWidth width = new OneWidth(true);
        assertEquals(8, width.take(8));
        assertEquals(16, width.take(16));
        assertTrue(width.allows(8));
        assertEquals(8, width.take(8));
    }
}
