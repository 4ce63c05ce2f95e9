package dev.lanewise.examples.benchmarks.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Charts as SVG. */
final class Charts {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private Charts() {}

    /**
     * Bars side by side.
     *
     * @param names what the groups of bars are
     * @param series the values of each, as many as there are names; a null is no bar
     */
    static void bars(
            Path file,
            String title,
            String unit,
            boolean logarithmic,
            List<String> names,
            Map<String, List<@Nullable Double>> series)
            throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setYAxisLogarithmic(logarithmic).setXAxisLabelRotation(45);
        chart.getStyler().setAvailableSpaceFill(0.8);
        series.forEach((name, values) -> chart.addSeries(name, names, values));
        if (logarithmic) {
            // Bars would begin at 0, which has no logarithm.
            double least = series.values().stream()
                    .flatMap(List::stream)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElse(1);
            chart.getStyler().setYAxisMin(Math.pow(10, Math.floor(Math.log10(least))));
        }
        save(chart, chart.getStyler(), file);
    }

    /**
     * Lines over a size, which is drawn logarithmically.
     *
     * @param sizes the sizes
     * @param series the values of each line, as many as there are sizes
     */
    static void lines(Path file, String title, String size, String unit, double[] sizes, Map<String, double[]> series)
            throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(size)
                .yAxisTitle(unit)
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0);
        series.forEach((name, values) -> chart.addSeries(name, sizes, values));
        save(chart, chart.getStyler(), file);
    }

    private static void save(Chart<?, ?> chart, AxesChartStyler styler, Path file) throws IOException {
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setChartBackgroundColor(Color.WHITE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        // Letters are outlines, whose coordinates come with six digits behind the point; two are enough.
        String svg = out.toString(StandardCharsets.UTF_8).replaceAll("(\\.\\d\\d)\\d+", "$1");
        Files.writeString(file, svg);
    }
}
