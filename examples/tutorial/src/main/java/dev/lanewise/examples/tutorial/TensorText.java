package dev.lanewise.examples.tutorial;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers laid out as PyTorch prints a tensor: four decimals, all numbers of a tensor of one width. */
final class TensorText {

    private static final String INDENT = " ".repeat("tensor(".length());

    private TensorText() {}

    /** A tensor of shape {@code [rows, columns]}. */
    static String matrix(float[][] rows) {
        return "tensor([" + join(rows, line(rows), ",\n" + INDENT + " ") + "])";
    }

    /** A tensor of shape {@code [rows, 1, columns]}: what nn.LSTM gives for a batch of one sequence. */
    static String batchOfOne(float[][] rows) {
        Function<float[], String> line = line(rows);
        return "tensor([" + join(rows, row -> "[" + line.apply(row) + "]", ",\n\n" + INDENT + " ") + "])";
    }

    /** The place of the largest number of each row, as a tensor of shape {@code [rows]}. */
    static String argmax(float[][] rows) {
        return "tensor("
                + Arrays.toString(
                        Arrays.stream(rows).mapToInt(TensorText::largest).toArray()) + ")";
    }

    private static int largest(float[] row) {
        return IntStream.range(1, row.length).reduce(0, (best, i) -> row[i] > row[best] ? i : best);
    }

    /** Writes a row, each number as wide as the widest of all rows. */
    private static Function<float[], String> line(float[][] rows) {
        int width = Arrays.stream(rows).mapToInt(TensorText::width).max().orElse(0);
        return row -> IntStream.range(0, row.length)
                .mapToObj(i -> " ".repeat(width - number(row[i]).length()) + number(row[i]))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static int width(float[] row) {
        return IntStream.range(0, row.length)
                .map(i -> number(row[i]).length())
                .max()
                .orElse(0);
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String join(float[][] rows, Function<float[], String> line, String separator) {
        return Arrays.stream(rows).map(line).collect(Collectors.joining(separator));
    }
}
