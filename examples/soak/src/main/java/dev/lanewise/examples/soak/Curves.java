package dev.lanewise.examples.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Draws the curves as one picture. */
final class Curves {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;

    private Curves() {}

    /** Speed, heap while tagging and heap while training, from top to bottom. */
    static void draw(Path file, List<Minute> minutes, List<Double> epochs) throws IOException {
        List<Integer> numbers = minutes.stream().map(Minute::number).toList();
        XYChart speed = chart("Tagging", "minute", "1000 words/s");
        speed.addSeries(
                "of CPU time",
                numbers,
                minutes.stream().map(m -> m.wordsPerCpuSecond() / 1000).toList());
        speed.addSeries(
                "by the clock",
                numbers,
                minutes.stream().map(m -> m.wordsPerSecond() / 1000).toList());
        XYChart heap = chart("Heap after a collection, tagging", "minute", "MB");
        heap.addSeries("in use", numbers, minutes.stream().map(Minute::held).toList());
        XYChart training = chart("Heap after a collection, training", "epoch", "MB");
        training.addSeries(
                "in use", IntStream.rangeClosed(1, epochs.size()).boxed().toList(), epochs);
        BitmapEncoder.saveBitmap(List.of(speed, heap, training), 3, 1, file.toString(), BitmapFormat.PNG);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setYAxisMin(0.0).setMarkerSize(3);
        return chart;
    }
}
