package dev.lanewise.examples.tagging.command;

import dev.lanewise.runtime.data.Example;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is learned from, what the best is chosen by, and what the result is measured on. */
final class DataOptions {

    @Mixin
    private final TaskOption task = new TaskOption();

    @Option(names = "--train", arity = "1..*", paramLabel = "FILE", description = "Files to train on.")
    private List<Path> train = List.of();

    @Option(names = "--dev", paramLabel = "FILE", description = "A file to choose the best epoch by.")
    private @Nullable Path dev;

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "A file to measure each model on when it is done, accuracy and speed.")
    private @Nullable Path test;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    TaskOption task() {
        return task;
    }

    CorpusOptions corpus() {
        return corpus;
    }

    boolean hasTrain() {
        return !train.isEmpty();
    }

    boolean hasDev() {
        return dev != null;
    }

    boolean hasTest() {
        return test != null;
    }

    List<Example<String>> train() {
        return corpus().corpus(task.task()).readAll("--train", train);
    }

    List<Example<String>> dev() {
        return optional("--dev", dev);
    }

    List<Example<String>> test() {
        return optional("--test", test);
    }

    private List<Example<String>> optional(String argument, @Nullable Path file) {
        return file == null ? List.of() : corpus().corpus(task.task()).read(argument, file);
    }
}
