package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.LayerSpec;
import dev.lanewise.runtime.model.ModelInfo;
import dev.lanewise.runtime.model.ModelInfo.TensorInfo;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code info}: what a model consists of. */
@Command(name = "info", description = "Prints what a model consists of.", mixinStandardHelpOptions = true)
public final class InfoCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ModelOption model = new ModelOption();

    /** The command on these streams. */
    public InfoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        TaskModel loaded = model.load();
        ModelInfo info = loaded.info();
        PrintStream out = console.out();
        out.printf(
                "task %s, network %s%n", loaded.notes().task(), loaded.notes().network());
        loaded.notes()
                .pos()
                .ifPresent(mark -> out.printf("parts of speech by the model whose SHA-256 begins with %s%n", mark));
        out.printf(Locale.ROOT, "%s, %,d parameters%n%n", info.name(), info.size());
        printLayers(loaded);
        out.println();
        printTensors(info.tensors());
        out.println();
        info.vocabularies().lookups().forEach(this::printVocabulary);
        List<String> heads = loaded.notes().task().heads();
        for (int head = 0; head < Math.max(1, heads.size()); head++) {
            List<String> tags = loaded.tags(head);
            String name = heads.isEmpty() ? "tags" : "tags " + heads.get(head);
            out.printf(Locale.ROOT, "%-10s %,8d: %s%n", name, tags.size(), String.join(" ", tags));
        }
        return 0;
    }

    private void printLayers(TaskModel loaded) {
        console.out().printf("%8s %8s  layer%n", "inputs", "outputs");
        int last = Math.max(0, loaded.notes().task().heads().size() - 1);
        int head = 0;
        for (LayerSpec layer : loaded.info().layers()) {
            int outputs = layer.outputs() > 0
                    ? layer.outputs()
                    : loaded.tags(Math.min(head++, last)).size();
            console.out().printf(Locale.ROOT, "%,8d %,8d  %s%n", layer.inputs(), outputs, layer.annotation());
        }
    }

    private void printTensors(List<TensorInfo> tensors) {
        console.out().printf("%17s  %-14s parameter%n", "numbers", "shape");
        for (TensorInfo tensor : tensors) {
            String shape = tensor.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
            console.out().printf(Locale.ROOT, "%,17d  %-14s %s%n", tensor.size(), shape, tensor.name());
        }
    }

    private void printVocabulary(String name, Vocabulary vocabulary) {
        String unknown = vocabulary.hasUnknown() ? ", with one entry for unknown ones" : "";
        console.out().printf(Locale.ROOT, "%-15s %,8d%s%n", name, vocabulary.size(), unknown);
    }
}
