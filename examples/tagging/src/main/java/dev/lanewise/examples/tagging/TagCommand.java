package dev.lanewise.examples.tagging;

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
final class TagCommand implements Callable<Integer> {

    private static final String INPUT = "standard input";

    /** What comes in, and so what goes out. */
    enum Format {
        /** CoNLL-U; comes out as it went in but for the column of the tags. */
        CONLLU,
        /** One sentence a line, words between spaces; comes out as {@code word/TAG word/TAG}. */
        TEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Console console;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "conllu: comes out as it went in but for the column of the tags;"
                    + " text: a sentence a line, words between spaces, comes out as word/TAG. Default: conllu.")
    private Format format = Format.CONLLU;

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "The column to fill in conllu: upos, xpos or a number from 3 to 10. Default: upos.")
    private @Nullable String column;

    TagCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (format == Format.TEXT && column != null) {
            throw new UserError("--column", "goes with --format conllu; text has no columns");
        }
        return format == Format.TEXT ? text() : conllu();
    }

    private Integer text() {
        try (TextReader reader = TextReader.open(console.in(), INPUT)) {
            return run(reader, Function.identity(), TagCommand::line);
        }
    }

    private Integer conllu() {
        ConlluColumn target = UserError.named("--column", this::target);
        try (ConlluDocument document = ConlluDocument.open(console.in(), INPUT)) {
            return run(
                    document,
                    ConlluSentence::words,
                    (sentence, tags) -> sentence.withColumn(target, tags).text());
        }
    }

    private ConlluColumn target() {
        ConlluColumn target = ConlluColumn.of(column == null ? "upos" : column);
        if (target == ConlluColumn.ID || target == ConlluColumn.FORM) {
            throw new IllegalArgumentException(
                    "tags cannot replace " + target + "; give upos, xpos or a number from 3 to 10");
        }
        return target;
    }

    private <S> Integer run(
            Iterable<S> sentences, Function<S, List<String>> words, BiFunction<S, List<String>, String> write) {
        TaggedOutput<S> output = new TaggedOutput<>(console, model.load(), words, write);
        UserError.named("--format " + format, () -> {
            sentences.forEach(output::add);
            output.flush();
            return output;
        });
        return 0;
    }

    private static String line(List<String> words, List<String> tags) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            line.append(i == 0 ? "" : " ").append(words.get(i)).append('/').append(tags.get(i));
        }
        return line.append('\n').toString();
    }
}
