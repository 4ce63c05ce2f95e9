package dev.lanewise.examples.benchmarks.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MeasurementTest {

    @Test
    void oneJvmReadsWhatAnotherTells() {
        Measurement told = new Measurement("w1.tag", 5, 1.25e-6, 2.5, Double.NaN, 120, 1e7);
        assertTrue(Measurement.isLine(told.line()));
        assertFalse(Measurement.isLine("WARNING: measured"));
        assertEquals(told, Measurement.parse(told.line()));
    }
}
