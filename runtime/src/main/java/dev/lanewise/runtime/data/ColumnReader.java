package dev.lanewise.runtime.data;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads examples from files with one word and its tag a line, such as those of CoNLL-2003, WNUT-17 or Universal NER. Plain
 * or gzip (told by the first bytes), UTF-8. Immutable.
 *
 * <ul>
 *   <li>A line with a tab has its columns between single tabs, a line without one between runs of spaces. All lines have
 *       the same number of columns.
 *   <li>Lines that are blank but for spaces and tabs end a sentence, and so do lines whose first
 *       column is {@code -DOCSTART-}, which are no words.
 *   <li>Lines that start with {@code "# "} are comments, unless they have the columns of a word line: then {@code #} is
 *       a word. Where that leaves a doubt, at the start of a sentence with spaces between the columns, it is an error; see
 *       {@link #comments}.
 * </ul>
 *
 * <pre>{@code
 * ColumnReader.create().read(Path.of("wnut17train.conll"));           // word first, tag last
 * ColumnReader.create().columns(2, 3).read(Path.of("dev.iob2"));      // index, word, tag, ...
 * }</pre>
 */
public final class ColumnReader {

    private static final String DOCUMENT_START = "-DOCSTART-";

    private final int wordColumn;
    private final int tagColumn;
    private final boolean comments;

    private ColumnReader(int wordColumn, int tagColumn, boolean comments) {
        this.wordColumn = wordColumn;
        this.tagColumn = tagColumn;
        this.comments = comments;
    }

    /** A reader that takes the word from the first column and the tag from the last, and knows comments. */
    public static ColumnReader create() {
        return new ColumnReader(1, -1, true);
    }

    /**
     * A reader that takes word and tag from other columns.
     *
     * @param word the column of the word: 1 is the first, 2 the second, -1 the last, -2 the last but one
     * @param tag the column of the tag, counted likewise
     * @throws IllegalArgumentException if a column is 0 or both are the same
     */
    public ColumnReader columns(int word, int tag) {
        if (word == 0 || tag == 0) {
            throw new IllegalArgumentException("there is no column 0; count from 1, or from -1 for the last");
        }
        if (word == tag) {
            throw new IllegalArgumentException("column " + word + " is both word and tag; name two columns");
        }
        return new ColumnReader(word, tag, comments);
    }

    /** A reader that knows comments (the default), or one that takes every {@code #} for a word. */
    public ColumnReader comments(boolean known) {
        return new ColumnReader(wordColumn, tagColumn, known);
    }

    /**
     * Reads a whole file.
     *
     * @return one example for each sentence, at least one
     * @throws CorpusException if a line lacks a column or its word or tag is empty, or the file has no sentences
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<String>> read(Path path) {
        try (CorpusLines lines = CorpusLines.open(path)) {
            return new Reading(lines).all();
        }
    }

    /**
     * Reads a whole stream and leaves it open.
     *
     * @param in the bytes
     * @param name what to call it in errors
     * @return one example for each sentence, at least one
     * @throws CorpusException if a line lacks a column or its word or tag is empty, or the file has no sentences
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public List<Example<String>> read(InputStream in, String name) {
        try (CorpusLines lines = CorpusLines.open(in, name)) {
            return new Reading(lines).all();
        }
    }

    /** One file being read. */
    private final class Reading {

        private final CorpusLines lines;
        private final List<Example<String>> examples = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private int columns; // of the first word line, 0 before it
        private boolean tabs;
        private long columnsLine;

        Reading(CorpusLines lines) {
            this.lines = lines;
        }

        List<Example<String>> all() {
            while (lines.advance()) {
                addLine();
            }
            endSentence();
            if (examples.isEmpty()) {
                throw lines.noSentences();
            }
            return examples;
        }

        private void addLine() {
            if (lines.isBlank()) {
                endSentence();
                return;
            }
            List<String> fields = split(lines.line());
            if (fields.get(0).equals(DOCUMENT_START)) {
                endSentence();
            } else if (!isComment(fields)) {
                addWord(fields);
            }
        }

        private boolean isComment(List<String> fields) {
            String line = lines.line();
            if (!comments || !line.startsWith("# ") && !line.equals("#")) {
                return false;
            }
            boolean likeWord = fields.size() == columns && hasTab(line) == tabs;
            if (likeWord && !tabs && words.isEmpty()) {
                throw lines.error(
                        "\"" + line + "\" may be a comment or a word",
                        "put tabs between the columns, or read without comments");
            }
            return !likeWord;
        }

        private void addWord(List<String> fields) {
            if (columns == 0) {
                columns = fields.size();
                tabs = hasTab(lines.line());
                columnsLine = lines.number();
            }
            if (fields.size() != columns) {
                throw lines.error(
                        count(fields.size()) + " where line " + columnsLine + " has " + columns,
                        "give all words the same columns, with single tabs or with spaces between them");
            }
            int word = index(wordColumn, "word");
            int tag = index(tagColumn, "tag");
            if (word == tag) {
                throw lines.error(
                        count(columns) + ", and column " + (word + 1) + " is both word and tag",
                        "give each word a tag or name other columns");
            }
            if (words.size() == CorpusLines.MAX_SENTENCE) {
                throw lines.endless();
            }
            words.add(value(fields, word, "word"));
            tags.add(value(fields, tag, "tag"));
        }

        private int index(int column, String what) {
            int index = column > 0 ? column - 1 : columns + column;
            if (index < 0 || index >= columns) {
                throw lines.error(
                        count(columns) + ", so there is no column " + column + " for the " + what,
                        "correct the line or name another column");
            }
            return index;
        }

        private String value(List<String> fields, int index, String what) {
            if (fields.get(index).isEmpty()) {
                throw lines.error(
                        "the " + what + " (column " + (index + 1) + ") is empty", "fill it in or delete the line");
            }
            return fields.get(index);
        }

        private void endSentence() {
            if (!words.isEmpty()) {
                examples.add(Example.of(words, tags));
                words.clear();
                tags.clear();
            }
        }
    }

    private static String count(int columns) {
        return columns + (columns == 1 ? " column" : " columns");
    }

    private static boolean hasTab(String line) {
        return line.indexOf('\t') >= 0;
    }

    private static List<String> split(String line) {
        return hasTab(line) ? List.of(line.split("\t", -1)) : TextReader.words(line);
    }
}
