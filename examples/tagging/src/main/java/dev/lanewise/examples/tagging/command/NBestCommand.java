package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.print.TaggedLine;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.TextReader;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nbest}: the n best taggings of each sentence. */
@Command(
        name = "nbest",
        description = {
            "Prints the n best taggings of each sentence.",
            "Standard input is a sentence a line, words between spaces. Each tagging is a line of rank, probability, its"
                    + " logarithm, and word/TAG, with tabs between; a blank line ends a sentence."
        },
        mixinStandardHelpOptions = true)
public final class NBestCommand implements Callable<Integer> {

    private static final String INPUT = "standard input";

    private final Console console;

    @Mixin
    private final TaggerOptions model = new TaggerOptions();

    @Option(
            names = {"-n", "--taggings"},
            paramLabel = "N",
            description = "How many taggings. Default: 5.")
    private int taggings = 5;

    /** The command on these streams. */
    public NBestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (taggings < 1) {
            throw new UserError("-n", taggings + " is too small; give 1 or more");
        }
        TaskModel loaded = model.load();
        try (TextReader sentences = TextReader.open(console.in(), INPUT)) {
            UserError.named(INPUT, () -> {
                sentences.forEach(words -> print(words, best(loaded, words)));
                return sentences;
            });
        }
        return 0;
    }

    private List<Tagging<String>> best(TaskModel loaded, List<String> words) {
        return loaded.nBest(words, taggings)
                .orElseThrow(() -> new UserError(
                        "--model",
                        "this one, a hidden Markov model, knows the best tagging only; train with another --decoder"));
    }

    private void print(List<String> words, List<Tagging<String>> best) {
        for (int i = 0; i < best.size() && !words.isEmpty(); i++) {
            Tagging<String> tagging = best.get(i);
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%d\t%.4f\t%.4f\t%s\n",
                            i + 1,
                            Math.exp(tagging.score()),
                            tagging.score(),
                            TaggedLine.of(words, tagging.tags()));
        }
        console.out().print('\n');
        console.flush();
    }
}
