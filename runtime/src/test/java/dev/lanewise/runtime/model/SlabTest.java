package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlabTest {

    /** What takes more than half a region is large: those of a heap of 4 GB have 2 MB, of which 2^18 numbers are half. */
    @ParameterizedTest
    @CsvSource({
        "1,17",
        "16777216,17",
        "2147483648,17",
        "2147483649,18",
        "4294967296,18",
        "6320816128,19",
        "8589934592,19",
        "17179869184,20",
        "68719476736,20",
        "9223372036854775807,20"
    })
    void largeIsWhatTakesMoreThanHalfARegion(long heap, int bits) {
        assertEquals(1 << bits, Slab.large(heap));
    }

    @ParameterizedTest
    @CsvSource({"1,16", "100,32", "1000,1024"})
    void aPanelIsLargeAndKeptWhileItIsEnough(int rows, int width) {
        float[] panel = Slab.panel(new float[0], rows, width);
        assertTrue(panel.length >= Slab.FIRST + rows * width && panel.length >= 1 << 17);
        assertSame(panel, Slab.panel(panel, rows, width));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "96,96", "97,49", "133,67", "192,96", "193,65", "640,92"})
    void partsOfManyRowsAreAboutAsLong(int rows, int part) {
        assertEquals(part, Slab.part(rows));
    }
}
