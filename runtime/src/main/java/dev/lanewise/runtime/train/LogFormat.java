package dev.lanewise.runtime.train;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How an epoch stands on one line of a training log. */
enum LogFormat {
    /** Numbers between commas under a line of names; empty where there are no development data. */
    CSV("") {
        @Override
        String header() {
            return String.join(",", NAMES) + "\n";
        }

        @Override
        String line(List<String> values) {
            return String.join(",", values) + "\n";
        }
    },

    /** One JSON object a line; a field is left out where there are no development data. */
    JSON_LINES("{\"epoch\":") {
        @Override
        String header() {
            return "";
        }

        @Override
        String line(List<String> values) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isEmpty()) {
                    fields.add("\"" + NAMES.get(i) + "\":" + values.get(i));
                }
            }
            return "{" + String.join(",", fields) + "}\n";
        }
    };

    static final List<String> NAMES = List.of(
            "epoch",
            "epochs",
            "loss",
            "words",
            "seconds",
            "words_per_second",
            "learning_rate",
            "dev_accuracy",
            "dev_unknown_accuracy",
            "dev_metric",
            "best");

    private final String beforeEpoch;

    LogFormat(String beforeEpoch) {
        this.beforeEpoch = beforeEpoch;
    }

    /** What the file begins with. */
    abstract String header();

    /** A line of values in the order of the names; an empty one is not there. */
    abstract String line(List<String> values);

    /** The line of an epoch. */
    String line(EpochReport report) {
        return line(List.of(
                "" + report.epoch(),
                "" + report.epochs(),
                "" + report.loss(),
                "" + report.words(),
                "" + report.seconds(),
                "" + report.wordsPerSecond(),
                "" + report.learningRate(),
                number(report.development().stream()
                        .mapToDouble(Evaluation::accuracy)
                        .findAny()),
                number(report.development().stream()
                        .mapToDouble(Evaluation::unknownAccuracy)
                        .findAny()),
                number(report.metric()),
                "" + report.best()));
    }

    /** A metric of the user's own can be no number, which neither format knows. */
    private static String number(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? "" + value.getAsDouble() : "";
    }

    /** The epoch of a line; 0 for one that is no epoch's. */
    int epoch(String line) {
        int at = beforeEpoch.length();
        int end = at;
        while (end < line.length() && Character.digit(line.charAt(end), 10) >= 0) {
            end++;
        }
        boolean number = line.startsWith(beforeEpoch) && end > at && end < at + 10;
        return number ? Integer.parseInt(line, at, end, 10) : 0;
    }
}
