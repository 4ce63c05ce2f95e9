package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.print.Comparisons;
import dev.lanewise.examples.tagging.print.Measurement;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval}: how well a model tags a file that has the right tags. */
@Command(name = "eval", description = "Measures a model on tagged sentences.", mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {

    private static final String AGAINST = "--against";

    private final Console console;

    @Mixin
    private final TaggerOptions model = new TaggerOptions();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The tagged sentences.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(
            names = AGAINST,
            paramLabel = "MODEL",
            description = "Another model to compare with, by McNemar's test and a bootstrap interval.")
    private @Nullable Path against;

    @Option(names = "--json", description = "Print one JSON object; accuracies are fractions from 0 to 1.")
    private boolean json;

    /** The command on these streams. */
    public EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<TaskModel> models = against == null ? List.of(model.load()) : model.load(AGAINST, against);
        TaskModel loaded = models.get(0);
        List<Example<String>> examples = corpus.corpus(loaded.notes().task()).read("--data", data);
        checkTags(loaded, examples);
        Optional<Map<String, Comparison>> comparison = models.stream()
                .skip(1)
                .map(other -> UserError.named(AGAINST, () -> Comparisons.of(loaded, other, examples)))
                .findFirst();
        Measurement measurement = Measurement.timed(loaded, examples);
        if (json) {
            String other = comparison
                    .map(each -> ",\"against\":{" + Comparisons.json(each) + "}")
                    .orElse("");
            console.out().print("{" + measurement.json() + other + "}\n");
        } else {
            console.out().print(measurement.table());
            comparison.ifPresent(each -> console.out()
                    .printf("%nfirst: %s, second: %s%n%s", model.file(), against, Comparisons.report(each)));
        }
        return 0;
    }

    /** Finds out about tags from a wrong column, of which not one could be right. */
    private void checkTags(TaskModel loaded, List<Example<String>> examples) {
        List<String> known = loaded.tags(0);
        Task task = loaded.notes().task();
        if (examples.stream()
                .flatMap(each -> each.tags().stream())
                .map(tag -> task.part(tag, 0))
                .noneMatch(known::contains)) {
            throw new UserError(
                    "--data",
                    "no tag of " + data + ", such as "
                            + task.part(examples.get(0).tags().get(0), 0)
                            + ", is one of the model's, such as " + known.get(0) + "; see --column and --format");
        }
    }
}
