package dev.lanewise.examples.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.examples.benchmarks.cpu.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowthTextTest {

    @TempDir
    private Path directory;

    @Test
    void studiesBecomeTablesAndCharts() throws IOException {
        GrowthText text = new GrowthText(List.of(
                new Measurement("hidden.forward.32", 800, 1e-3, 50, 100, 0, 1e7),
                new Measurement("hidden.forward.64", 800, 2e-3, 80, 100, 0, 1e7),
                new Measurement("hidden.train.32", 800, 4e-3, 40, 30, 0, 1e7),
                new Measurement("hidden.train.64", 800, 6e-3, 70, 100, 0, 1e7),
                new Measurement("threads.2", 800, 6e-3, 70, 100, 0, 1e7)));
        List<String> charts = text.charts(directory.resolve("performance.md"));
        assertEquals(List.of("growth-hidden.svg"), charts);
        assertTrue(Files.readString(directory.resolve(charts.get(0))).contains("<svg"));
        assertEquals(
                "hidden.forward.64,800,2.000e-03,80.00,100.00,0,10000000",
                text.csv().get(2));
        List<String> lines = text.lines("java -jar benchmarks.jar growth", charts);
        assertTrue(lines.contains("| hidden.forward.32 | 800,000 | 50.0 | 50 % | 0.00 | 10.0 |"), lines.toString());
        assertTrue(lines.contains("| hidden.train.32 | 200,000 | 40.0 | 40 % | 0.00 | 10.0 |"), "of the highest peak");
        assertEquals("![growth-hidden.svg](growth-hidden.svg)", lines.get(lines.size() - 1));
    }
}
