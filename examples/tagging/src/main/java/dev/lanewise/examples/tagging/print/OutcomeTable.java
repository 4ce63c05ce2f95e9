package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.Network;
import dev.lanewise.examples.tagging.task.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The outcomes of several networks as a table in Markdown, a row for each network. */
public final class OutcomeTable {

    private final StringBuilder text = new StringBuilder();

    /** A table without rows yet. */
    public OutcomeTable(Task task) {
        String measure = task.measure();
        text.append("| network | dev ").append(measure).append(" | test ").append(measure);
        text.append(task.spans() ? " | test accuracy" : "").append(" | unknown words | trained on | tags |\n");
        text.append(task.spans() ? "| --- " : "").append("| --- | --- | --- | --- | --- | --- |\n");
    }

    /** Adds a row: the mean and deviation of a network's outcomes, each of which was measured on test data. */
    public void add(Network network, List<Outcome> outcomes) {
        text.append("| ").append(network);
        cell(percent(outcomes, Outcome::dev, Measurement::metric));
        cell(percent(outcomes, Outcome::test, Measurement::metric));
        if (outcomes.get(0).test().flatMap(Measurement::spans).isPresent()) {
            cell(percent(outcomes, Outcome::test, each -> each.evaluation().accuracy()));
        }
        cell(percent(outcomes, Outcome::test, each -> each.evaluation().unknownAccuracy()));
        cell(speed(outcomes, Outcome::trainedPerSecond));
        cell(speed(outcomes, each -> each.test().orElseThrow().wordsPerSecond()));
        text.append(" |\n");
    }

    private void cell(String content) {
        text.append(" | ").append(content);
    }

    private static String percent(
            List<Outcome> outcomes,
            Function<Outcome, Optional<Measurement>> data,
            ToDoubleFunction<Measurement> value) {
        List<Double> values = outcomes.stream()
                .flatMap(each -> data.apply(each).stream())
                .map(value::applyAsDouble)
                .toList();
        return values.isEmpty() ? "-" : Spread.of(values).percent();
    }

    private static String speed(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        Spread spread = Spread.of(outcomes.stream().map(value::applyAsDouble).toList());
        return String.format(Locale.ROOT, "%,.0f words/s", spread.mean());
    }

    /** The table; ends with a line end. */
    @Override
    public String toString() {
        return text.toString();
    }
}
