package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.examples.tagging.task.Task;
import java.nio.file.Path;
import java.util.Locale;

/** What files with tags look like, plain or gzip. */
public enum Format {
    /** CoNLL-U: ten columns. */
    CONLLU,
    /** The word in one column, its tag in another one. */
    COLUMNS,
    /** A sentence a line, {@code word/TAG} between spaces. */
    TEXT;

    /** The format of a file that nothing was said of: by its name, then by what the task is usually learned from. */
    static Format of(Path file, Task task) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean conllu = name.endsWith(".conllu")
                || name.endsWith(".conllu.gz")
                || !task.columns().isEmpty();
        return conllu ? CONLLU : COLUMNS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
