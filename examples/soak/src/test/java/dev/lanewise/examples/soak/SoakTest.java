package dev.lanewise.examples.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoakTest {

    @TempDir
    Path folder;

    @Test
    void aShortRunHasNoErrorsAndACurve() throws IOException, InterruptedException {
        List<String> log = new ArrayList<>();
        AtomicLong errors = new AtomicLong(-1);
        Soak soak = new Soak(log::add);
        List<Minute> minutes = soak.tag(2, 300, 2, errors::set);
        List<Double> epochs = soak.train(2);
        assertEquals(0, errors.get());
        assertEquals(2 + 2 + 2, log.size());
        Path picture = folder.resolve("soak.png");
        Curves.draw(picture, minutes, epochs);
        assertTrue(Files.size(picture) > 1_000);
    }

    private static Minute minute(int number, long words, double held) {
        return new Minute(number, words, 60, 60, held);
    }

    @Test
    void theVerdictLooksAtErrorsSpeedAndMemory() {
        List<Minute> flat = List.of(minute(1, 10, 1), minute(2, 100, 40), minute(3, 91, 41));
        List<Double> epochs = List.of(10.0, 12.0, 13.0);
        assertTrue(new Verdict(flat, 0, epochs).holds());
        assertFalse(new Verdict(flat, 1, epochs).holds());
        assertFalse(new Verdict(List.of(minute(1, 1, 1), minute(2, 100, 1), minute(3, 89, 1)), 0, epochs).holds());
        assertFalse(new Verdict(List.of(minute(1, 1, 1), minute(2, 100, 1), minute(3, 100, 4)), 0, epochs).holds());
        assertFalse(new Verdict(flat, 0, List.of(10.0, 12.0, 15.0)).holds());
    }
}
