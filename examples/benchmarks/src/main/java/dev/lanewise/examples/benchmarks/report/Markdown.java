package dev.lanewise.examples.benchmarks.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Markdown tables, and blocks of a Markdown file that a program writes anew. */
final class Markdown {

    private Markdown() {}

    /** A table whose first row is the heading; all columns but the first are aligned to the right. */
    static List<String> table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("| --- |" + " ---: |".repeat(row.size() - 1));
            }
        }
        return lines;
    }

    /** A number with three significant digits at least and a separator for thousands. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /**
     * Replaces a block of a file, or adds it at the end. A block stands between two comments that name it.
     *
     * @param file the file; made if it is not there
     */
    static void replace(Path file, String block, List<String> content) throws IOException {
        String begin = "<!-- begin " + block + " -->";
        String end = "<!-- end " + block + " -->";
        String text = Files.exists(file) ? Files.readString(file) : "";
        String written = begin + "\n" + String.join("\n", content) + "\n" + end;
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        String result = from < 0 || to < from
                ? (text.isEmpty() ? "" : text.stripTrailing() + "\n\n") + written + "\n"
                : text.substring(0, from) + written + text.substring(to + end.length());
        Files.write(file, result.getBytes(StandardCharsets.UTF_8));
    }
}
