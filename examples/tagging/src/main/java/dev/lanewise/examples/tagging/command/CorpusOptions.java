package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.corpus.Corpus;
import dev.lanewise.examples.tagging.corpus.Format;
import dev.lanewise.examples.tagging.task.Task;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files with the right tags are to be read. */
final class CorpusOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Format of the files, plain or gzip: conllu; columns, a word a line; text, word/TAG between spaces, a"
                            + " sentence a line. Default: conllu for files named .conllu and for the tasks pos and xpos, otherwise"
                            + " columns.")
    private @Nullable Format format;

    @Option(
            names = "--column",
            paramLabel = "COLUMN",
            description = "Where the tags are. In conllu: a name such as feats, or a number from 3 to 10, default"
                    + " upos or xpos as the task says; in columns: a number from 1, default the last one.")
    private @Nullable String column;

    @Option(
            names = "--word-column",
            paramLabel = "N",
            description = "Where the words are in columns. Default: 1, the first one.")
    private @Nullable Integer wordColumn;

    @Nullable
    Format format() {
        return format;
    }

    /** What reads files for a task. */
    Corpus corpus(Task task) {
        return new Corpus(task, format, column, wordColumn);
    }
}
