package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.corpus.ColumnSentence;
import dev.lanewise.examples.tagging.print.TaggedLine;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.data.ConlluDocument;
import dev.lanewise.runtime.data.ConlluSentence;
import dev.lanewise.runtime.data.TextReader;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tag}: fills tags in, from standard input to standard output. */
@Command(
        name = "tag",
        description = "Tags standard input, UTF-8, and writes to standard output.",
        mixinStandardHelpOptions = true)
public final class TagCommand implements Callable<Integer> {

    private static final String INPUT = "standard input";

    /** What comes in, and so what goes out. */
    enum Format {
        /** CoNLL-U; comes out as it went in but for the column of the tags. */
        CONLLU,
        /** A word a line; comes out with its tag in one more column. */
        COLUMNS,
        /** One sentence a line, words between spaces; comes out as {@code word/TAG word/TAG}. */
        TEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Mixin
    private final TaggerOptions model = new TaggerOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "conllu: comes out as it went in but for the column of the tags; columns: a word a line, comes out"
                            + " with its tag in one more column;"
                            + " text: a sentence a line, words between spaces, comes out as word/TAG."
                            + " Default: conllu for models of pos, xpos and pos+xpos, otherwise text.")
    private @Nullable Format format;

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description =
                    "The column to fill in conllu: a name such as misc, or a number from 3 to 10. Default: upos or xpos, as the"
                            + " model's task says.")
    private @Nullable String column;

    @Option(names = "--word-column", paramLabel = "N", description = "Where the words are in columns. Default: 1.")
    private @Nullable Integer wordColumn;

    /** The command on these streams. */
    public TagCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkArguments();
        TaskModel loaded = model.load();
        List<ConlluColumn> targets = targets(loaded.notes().task());
        if (format == Format.COLUMNS) {
            return columns(loaded, wordColumn == null ? 1 : wordColumn);
        }
        if (format == Format.TEXT || format == null && targets.isEmpty()) {
            return text(loaded);
        }
        if (targets.isEmpty()) {
            throw new UserError("--column", "missing; say which column of conllu to fill, such as misc");
        }
        return conllu(loaded, targets);
    }

    /** All that can be found wrong before the model is read. */
    private void checkArguments() {
        if (column != null && format != null && format != Format.CONLLU) {
            throw new UserError("--column", "goes with --format conllu, which has a column to fill");
        }
        if (column != null) {
            target(column);
        }
        if (wordColumn != null && format != Format.COLUMNS) {
            throw new UserError("--word-column", "goes with --format columns");
        }
        if (wordColumn != null && wordColumn < 1) {
            throw new UserError("--word-column", wordColumn + " is too small; give 1 for the first column");
        }
    }

    private Integer columns(TaskModel loaded, int words) {
        try (TextReader reader = TextReader.open(console.in(), INPUT)) {
            return run(
                    Format.COLUMNS,
                    loaded,
                    ColumnSentence.of(reader, INPUT, words),
                    ColumnSentence::words,
                    ColumnSentence::text);
        }
    }

    private Integer text(TaskModel loaded) {
        try (TextReader reader = TextReader.open(console.in(), INPUT)) {
            return run(
                    Format.TEXT,
                    loaded,
                    reader,
                    Function.identity(),
                    (words, tags) -> TaggedLine.of(words, tags) + "\n");
        }
    }

    /** The columns of conllu to fill, one for each head; none where nobody says which. */
    private List<ConlluColumn> targets(Task task) {
        if (column != null && !task.heads().isEmpty()) {
            throw new UserError(
                    "--column", "goes not with a model of the task " + task + ", which fills " + task.heads());
        }
        return column == null ? task.columns() : List.of(target(column));
    }

    private Integer conllu(TaskModel loaded, List<ConlluColumn> targets) {
        try (ConlluDocument document = ConlluDocument.open(console.in(), INPUT)) {
            return run(
                    Format.CONLLU,
                    loaded,
                    document,
                    ConlluSentence::words,
                    (sentence, tags) -> filled(sentence, loaded.notes().task(), targets, tags)
                            .text());
        }
    }

    private static ConlluSentence filled(
            ConlluSentence sentence, Task task, List<ConlluColumn> targets, List<String> tags) {
        ConlluSentence result = sentence;
        for (int i = 0; i < targets.size(); i++) {
            int head = i;
            result = result.withColumn(
                    targets.get(i),
                    tags.stream().map(tag -> task.part(tag, head)).toList());
        }
        return result;
    }

    private static ConlluColumn target(String name) {
        ConlluColumn target = UserError.named("--column", () -> ConlluColumn.of(name));
        if (target == ConlluColumn.ID || target == ConlluColumn.FORM) {
            throw new UserError(
                    "--column", "tags cannot replace " + target + "; give upos, xpos or a number from 3 to 10");
        }
        return target;
    }

    private <S> Integer run(
            Format used,
            TaskModel loaded,
            Iterable<S> sentences,
            Function<S, List<String>> words,
            BiFunction<S, List<String>, String> write) {
        TaggedOutput<S> output = new TaggedOutput<>(console, loaded, words, write);
        UserError.named("--format " + used, () -> {
            sentences.forEach(output::add);
            output.flush();
            return output;
        });
        return 0;
    }
}
