package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class RowsTest {

    @Test
    void aMatrixLargerThanAnArrayIsOneClearError() {
        assertEquals(528 * 4_000_000, Rows.size(4_000_000, 528));
        String message = assertThrows(IllegalArgumentException.class, () -> Rows.size(4_100_000, 528))
                .getMessage();
        assertEquals(
                "4100000 words or characters at once, with 528 numbers each, are more than an array holds;"
                        + " give smaller batches or cut long words and sentences",
                message);
    }
}
