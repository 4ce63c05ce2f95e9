package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.cpu.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How speed and memory grow, as CSV, Markdown and charts. */
final class GrowthText {

    private static final double FLOOR = 0.6;

    /**
     * One chart.
     *
     * @param size what grows
     * @param unit what is drawn
     * @param value what is drawn of a measurement
     */
    private record Study(String title, String size, String unit, ToDoubleFunction<Measurement> value) {}

    private static final Map<String, Study> STUDIES = new LinkedHashMap<>();

    static {
        STUDIES.put("hidden", new Study("LSTM layer, batch 32", "units and inputs", "GFLOP/s", Measurement::gflops));
        STUDIES.put(
                "length", new Study("Tagging one sentence", "words", "microseconds a word", GrowthText::microsPerWord));
        STUDIES.put(
                "vocabulary",
                new Study("Training steps, batch 32", "words known", "microseconds a word", GrowthText::microsPerWord));
        STUDIES.put("corpus", new Study("One epoch of training", "sentences", "seconds", Measurement::seconds));
    }

    private final List<Measurement> points;

    /** The highest of the run: now and then a JVM compiles the loop that measures it badly. */
    private final double peak;

    GrowthText(List<Measurement> points) {
        this.points = points;
        this.peak = points.stream().mapToDouble(Measurement::peak).max().orElse(Double.NaN);
    }

    private static double microsPerWord(Measurement point) {
        return 1e6 * point.seconds() / point.words();
    }

    /** Everything that was measured. */
    List<String> csv() {
        List<String> lines = new ArrayList<>(
                List.of("name,words_per_call,seconds_per_call,gflops,peak_gflops,bytes_per_call,heap_bytes"));
        points.forEach(point -> lines.add(String.format(
                Locale.ROOT,
                "%s,%.0f,%.3e,%.2f,%.2f,%.0f,%.0f",
                point.name(),
                point.words(),
                point.seconds(),
                point.gflops(),
                point.peak(),
                point.bytes(),
                point.heap())));
        return lines;
    }

    /** The table and the charts' names. */
    List<String> lines(String command, List<String> charts) {
        List<String> lines = new ArrayList<>(Machine.lines());
        lines.add("- Command: `" + command + "`");
        lines.add("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("workload", "words/s", "GFLOP/s", "of peak", "bytes/call", "heap MB"));
        for (Measurement point : points) {
            rows.add(List.of(
                    point.name(),
                    Markdown.number(point.words() / point.seconds()),
                    Markdown.number(point.gflops()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * point.gflops() / peak),
                    Markdown.number(point.bytes()),
                    Markdown.number(point.heap() / 1e6)));
        }
        lines.addAll(Markdown.table(rows));
        for (String chart : charts) {
            lines.add("");
            lines.add("![" + chart + "](" + chart + ")");
        }
        return lines;
    }

    /**
     * Writes a chart for each study that was measured.
     *
     * @param text the file that they go beside
     * @return the names of the charts' files
     */
    List<String> charts(Path text) throws IOException {
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, Study> entry : STUDIES.entrySet()) {
            // Points of one line share all of their name but the size, which is its last part.
            Map<String, List<Measurement>> lines = points.stream()
                    .filter(point -> point.name().startsWith(entry.getKey() + "."))
                    .collect(Collectors.groupingBy(GrowthText::line, LinkedHashMap::new, Collectors.toList()));
            if (!lines.isEmpty()) {
                String file = "growth-" + entry.getKey() + ".svg";
                draw(text.resolveSibling(file), entry.getValue(), lines, peak);
                files.add(file);
            }
        }
        return files;
    }

    private static String line(Measurement point) {
        return point.name().substring(0, point.name().lastIndexOf('.'));
    }

    private static double size(Measurement point) {
        return Double.parseDouble(point.name().substring(point.name().lastIndexOf('.') + 1));
    }

    private static void draw(Path file, Study study, Map<String, List<Measurement>> lines, double peak)
            throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        lines.forEach((name, line) -> series.put(name, values(line, study.value())));
        List<Measurement> first = lines.values().iterator().next();
        if (study.unit().equals("GFLOP/s")) {
            series.put("60 % of the peak", values(first, point -> FLOOR * peak));
        }
        Charts.lines(file, study.title(), study.size(), study.unit(), values(first, GrowthText::size), series);
    }

    private static double[] values(List<Measurement> line, ToDoubleFunction<Measurement> value) {
        return line.stream().mapToDouble(value).toArray();
    }
}
