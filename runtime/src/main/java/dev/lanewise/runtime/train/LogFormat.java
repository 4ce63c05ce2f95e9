package dev.lanewise.runtime.train;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** How an epoch stands on one line of a training log. */
enum LogFormat {
    /** Numbers between commas under a line of names; empty where there are no development data. */
    CSV("") {
        @Override
        String header(EpochReport report) {
            return String.join(",", fields(report).keySet()) + "\n";
        }

        @Override
        String line(Map<String, String> fields) {
            return String.join(",", fields.values()) + "\n";
        }
    },

    /** One JSON object a line; a field is left out where there are no development data. */
    JSON_LINES("{\"epoch\":") {
        @Override
        String header(EpochReport report) {
            return "";
        }

        @Override
        String line(Map<String, String> fields) {
            List<String> present = new ArrayList<>();
            fields.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    present.add("\"" + name + "\":" + value);
                }
            });
            return "{" + String.join(",", present) + "}\n";
        }
    };

    private final String beforeEpoch;

    LogFormat(String beforeEpoch) {
        this.beforeEpoch = beforeEpoch;
    }

    /** What the file of a training begins with, of which a report tells the heads. */
    abstract String header(EpochReport report);

    /** A line of fields; one without a value is not there. */
    abstract String line(Map<String, String> fields);

    /** The line of an epoch. */
    String line(EpochReport report) {
        return line(fields(report));
    }

    /** The fields in their order, those of several heads last; empty where there are no development data. */
    private static Map<String, String> fields(EpochReport report) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("epoch", "" + report.epoch());
        fields.put("epochs", "" + report.epochs());
        fields.put("loss", "" + report.loss());
        fields.put("words", "" + report.words());
        fields.put("seconds", "" + report.seconds());
        fields.put("words_per_second", "" + report.wordsPerSecond());
        fields.put("learning_rate", "" + report.learningRate());
        addDevelopment("", report.development(), report.metric(), fields);
        fields.put("best", "" + report.best());
        report.heads().forEach((of, head) -> {
            fields.put("loss_" + of, "" + head.loss());
            addDevelopment("_" + of, head.development(), head.metric(), fields);
        });
        return fields;
    }

    private static void addDevelopment(
            String of, Optional<Evaluation> development, OptionalDouble metric, Map<String, String> fields) {
        fields.put(
                "dev_accuracy" + of,
                development.map(each -> "" + each.accuracy()).orElse(""));
        fields.put(
                "dev_unknown_accuracy" + of,
                development.map(each -> "" + each.unknownAccuracy()).orElse(""));
        fields.put("dev_metric" + of, number(metric));
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
