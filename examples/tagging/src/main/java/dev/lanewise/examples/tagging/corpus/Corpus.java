package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.terminal.UserError;
import dev.lanewise.runtime.data.ColumnReader;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.data.ConlluColumns;
import dev.lanewise.runtime.data.Example;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with the right tags.
 *
 * @param task what the tags are; those of spans are read in any scheme and given as BIO
 * @param format what the files look like; null to go by their names
 * @param column where the tags are; null for the usual place
 * @param wordColumn where the words are; null for the usual place
 */
public record Corpus(
        Task task,
        @Nullable Format format,
        @Nullable String column,
        @Nullable Integer wordColumn) {

    private static final String COLUMN = "--column";
    private static final String WORD_COLUMN = "--word-column";

    /**
     * The examples of a file.
     *
     * @param argument the argument that names the file, for errors
     */
    public List<Example<String>> read(String argument, Path file) {
        checkHeads();
        List<Example<String>> examples = switch (format == null ? Format.of(file, task) : format) {
            case CONLLU -> read(argument, conlluReader(file.toString())::read, file);
            case COLUMNS -> notNumbered(argument, read(argument, columnReader()::read, file), file);
            case TEXT -> read(argument, textReader(), file);
        };
        return task.spans() ? UserError.named(argument, () -> Spelling.bio(examples, file.toString())) : examples;
    }

    /** Refuses what can hold one tag of a word alone. */
    private void checkHeads() {
        if (!task.heads().isEmpty() && column != null) {
            throw new UserError(COLUMN, "goes not with --task " + task + ", which has several: " + task.heads());
        }
        if (!task.heads().isEmpty() && format != null && format != Format.CONLLU) {
            throw new UserError(
                    "--format " + format, "goes not with --task " + task + ", which is learned from conllu");
        }
    }

    private static List<Example<String>> read(
            String argument, Function<Path, List<Example<String>>> reader, Path file) {
        return UserError.named(argument, () -> reader.apply(file));
    }

    /** Refuses words that are the numbers of words, which would be learned without a complaint. */
    private List<Example<String>> notNumbered(String argument, List<Example<String>> examples, Path file) {
        List<String> words = examples.get(0).words();
        List<String> numbers =
                IntStream.rangeClosed(1, words.size()).mapToObj(String::valueOf).toList();
        if (wordColumn == null && words.size() > 1 && words.equals(numbers)) {
            throw new UserError(
                    argument,
                    file + " has numbers in its first column; give --format conllu if it is that, or --word-column N");
        }
        return examples;
    }

    private Function<Path, List<Example<String>>> textReader() {
        if (column != null || wordColumn != null) {
            throw new UserError(
                    column != null ? COLUMN : WORD_COLUMN, "goes not with --format text, which has no columns");
        }
        return SlashReader::read;
    }

    /** The examples of several files, one after the other. */
    public List<Example<String>> readAll(String argument, List<Path> files) {
        List<Example<String>> examples = new ArrayList<>();
        files.forEach(file -> examples.addAll(read(argument, file)));
        return examples;
    }

    /** The examples of a stream in CoNLL-U. */
    List<Example<String>> readConllu(InputStream in, String name) {
        ConlluColumns<String> reader = conlluReader(name);
        return UserError.named(COLUMN, () -> reader.read(in, name));
    }

    private ConlluColumns<String> conlluReader(String file) {
        if (wordColumn != null) {
            throw new UserError(WORD_COLUMN, "goes with --format columns; in conllu words are in the second one");
        }
        if (column == null && task.columns().isEmpty()) {
            throw new UserError(
                    COLUMN,
                    "missing; say which column of " + file + ", which is conllu, has the tags: a name or a number"
                            + " from 3 to 10; or give --format columns");
        }
        return UserError.named(
                COLUMN,
                () -> ConlluColumns.of(
                        column == null ? task.columns() : List.of(ConlluColumn.of(column)),
                        tags -> String.join("\t", tags)));
    }

    private ColumnReader columnReader() {
        int words = wordColumn == null ? 1 : wordColumn;
        if (words < 1) {
            throw new UserError(WORD_COLUMN, words + " is too small; give 1 for the first column");
        }
        int tags = column == null ? -1 : number(column);
        return UserError.named(COLUMN, () -> ColumnReader.create().columns(words, tags));
    }

    private static int number(String column) {
        if (!column.matches("[1-9][0-9]{0,5}")) {
            throw new UserError(
                    COLUMN, "\"" + column + "\" is no number; with --format columns give that of the tags, from 1");
        }
        return Integer.parseInt(column);
    }
}
