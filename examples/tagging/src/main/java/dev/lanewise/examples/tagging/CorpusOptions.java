package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.ColumnReader;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.data.ConlluReader;
import dev.lanewise.runtime.data.Example;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files with the right tags are to be read. */
final class CorpusOptions {

    /** What the files look like. */
    enum Format {
        /** CoNLL-U: ten columns. */
        CONLLU,
        /** The word in the first column, its tag in another one. */
        COLUMNS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the files, plain or gzip: ${COMPLETION-CANDIDATES}. Default: conllu.")
    private Format format = Format.CONLLU;

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "Where the tags are. In conllu: upos, xpos or a number from 3 to 10, default upos;"
                    + " in columns: a number from 2, default the last one.")
    private @Nullable String column;

    Format format() {
        return format;
    }

    /** The examples of a file. */
    List<Example<String>> read(String argument, Path file) {
        if (format == Format.COLUMNS) {
            ColumnReader reader = columnReader();
            return UserError.named(argument, () -> reader.read(file));
        }
        ConlluReader reader = conlluReader();
        return UserError.named(argument, () -> reader.read(file));
    }

    /** The examples of a stream in CoNLL-U. */
    List<Example<String>> readConllu(InputStream in, String name) {
        ConlluReader reader = conlluReader();
        return UserError.named("--column", () -> reader.read(in, name));
    }

    private ConlluReader conlluReader() {
        String name = column == null ? "upos" : column;
        return UserError.named("--column", () -> ConlluReader.of(ConlluColumn.of(name)));
    }

    private ColumnReader columnReader() {
        String number = column;
        if (number == null) {
            return ColumnReader.create();
        }
        if (!number.matches("[1-9][0-9]{0,5}")) {
            throw new UserError(
                    "--column", "\"" + number + "\" is no number; with --format columns give that of the tags, from 2");
        }
        return UserError.named("--column", () -> ColumnReader.create().columns(1, Integer.parseInt(number)));
    }
}
