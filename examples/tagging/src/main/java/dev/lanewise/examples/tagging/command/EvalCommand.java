package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.print.Measurement;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.data.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval}: how well a model tags a file that has the right tags. */
@Command(name = "eval", description = "Measures a model on tagged sentences.", mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The tagged sentences.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print one JSON object; accuracies are fractions from 0 to 1.")
    private boolean json;

    /** The command on these streams. */
    public EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TaskModel loaded = model.load();
        List<Example<String>> examples = corpus.corpus(loaded.notes().task()).read("--data", data);
        Measurement measurement = Measurement.of(loaded, examples);
        console.out().print(json ? measurement.json() + "\n" : measurement.table());
        return 0;
    }
}
