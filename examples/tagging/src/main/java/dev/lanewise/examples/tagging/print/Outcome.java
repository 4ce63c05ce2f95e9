package dev.lanewise.examples.tagging.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What the training with one seed gave.
 *
 * @param seed the seed
 * @param kept which epoch was kept
 * @param dev the measurement on the development data, where there are any
 * @param test the measurement on the test data, where there are any
 * @param trainedPerSecond words trained on in a second
 */
public record Outcome(
        long seed, String kept, Optional<Measurement> dev, Optional<Measurement> test, double trainedPerSecond) {

    /** In one line, such as {@code epoch 3 is kept: dev accuracy 93.60 %, test accuracy 93.10 %}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        dev.ifPresent(each -> parts.add("dev " + each.text()));
        test.ifPresent(each -> parts.add("test " + each.text()));
        String speed = test.map(each -> String.format(
                        Locale.ROOT,
                        "; trained on %,.0f words/s, tags %,.0f words/s",
                        trainedPerSecond,
                        each.wordsPerSecond()))
                .orElse("");
        return kept + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)) + speed;
    }

    /** The means and deviations of several outcomes, in one line. */
    public static String mean(List<Outcome> outcomes) {
        List<String> parts = new ArrayList<>();
        parts.addAll(measures(outcomes, "dev", Outcome::dev));
        parts.addAll(measures(outcomes, "test", Outcome::test));
        parts.add(speed(outcomes, "trained on", Outcome::trainedPerSecond));
        if (outcomes.get(0).test().isPresent()) {
            parts.add(speed(outcomes, "tags", each -> each.test().orElseThrow().wordsPerSecond()));
        }
        return "mean of " + outcomes.size() + " seeds: " + String.join(", ", parts);
    }

    private static List<String> measures(
            List<Outcome> outcomes, String name, Function<Outcome, Optional<Measurement>> data) {
        List<Measurement> measurements =
                outcomes.stream().flatMap(each -> data.apply(each).stream()).toList();
        List<String> parts = new ArrayList<>();
        if (measurements.isEmpty()) {
            return parts;
        }
        if (measurements.get(0).spans().isPresent()) {
            parts.add(name + " F1 " + percent(measurements, Measurement::metric));
        }
        for (String head : measurements.get(0).heads().keySet()) {
            parts.add(name + " " + head + " accuracy "
                    + percent(measurements, each -> each.head(head).accuracy()));
        }
        parts.add(name
                + (measurements.get(0).heads().isEmpty() ? " accuracy " : " all right ")
                + percent(measurements, each -> each.evaluation().accuracy()));
        if (measurements.get(0).evaluation().unknownTokens() > 0) {
            parts.add("unknown words "
                    + percent(measurements, each -> each.evaluation().unknownAccuracy()));
        }
        return parts;
    }

    private static String percent(List<Measurement> measurements, ToDoubleFunction<Measurement> value) {
        return Spread.of(measurements.stream().map(value::applyAsDouble).toList())
                .percent();
    }

    private static String speed(List<Outcome> outcomes, String what, ToDoubleFunction<Outcome> value) {
        double mean =
                Spread.of(outcomes.stream().map(value::applyAsDouble).toList()).mean();
        return String.format(Locale.ROOT, "%s %,.0f words/s", what, mean);
    }
}
