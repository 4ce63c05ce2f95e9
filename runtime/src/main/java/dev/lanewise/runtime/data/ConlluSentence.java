package dev.lanewise.runtime.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One sentence of a CoNLL-U file with all of its lines as they stood there: comments, multiword tokens, empty nodes, line
 * ends. Immutable.
 */
public final class ConlluSentence {

    private final List<String> lines;
    private final List<String> words;
    private final int[] wordLines;
    private final long firstLine;

    /** {@code wordLines} are the indices in {@code lines} of the lines of the words. */
    ConlluSentence(List<String> lines, List<String> words, int[] wordLines, long firstLine) {
        this.lines = List.copyOf(lines);
        this.words = List.copyOf(words);
        this.wordLines = wordLines;
        this.firstLine = firstLine;
    }

    /** The words, at least one: the forms of the lines with a whole number. */
    public List<String> words() {
        return words;
    }

    /**
     * Every line as it stood in the file, with its line end: comments and blank lines in front, tokens, the blank line
     * behind; with the last sentence also what follows it.
     */
    public List<String> lines() {
        return lines;
    }

    /** The lines joined: the texts of all sentences of a file, one after the other, are the file. */
    public String text() {
        return String.join("", lines);
    }

    /**
     * The number of the line of a word in its file, counted from 1.
     *
     * @param word the index of the word, counted from 0
     */
    public long lineNumber(int word) {
        return firstLine + wordLines[word];
    }

    /** One value for each word, {@code _} where the file has none. */
    public List<String> column(ConlluColumn column) {
        List<String> values = new ArrayList<>(words.size());
        for (int line : wordLines) {
            String body = CorpusLines.body(lines.get(line));
            int start = start(body, column);
            values.add(body.substring(start, end(body, start)));
        }
        return List.copyOf(values);
    }

    /**
     * The same sentence with one column of its words replaced; lines that are no words stay as they are.
     *
     * @param column any but {@link ConlluColumn#ID}
     * @param values one for each word
     * @throws IllegalArgumentException if their number is not that of the words, a value is empty or has a tab or a line
     *     end in it, or the column is {@link ConlluColumn#ID}
     */
    public ConlluSentence withColumn(ConlluColumn column, List<String> values) {
        if (column == ConlluColumn.ID) {
            throw new IllegalArgumentException("the indices of the words cannot be replaced; name another column");
        }
        if (values.size() != words.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + words.size()
                    + " words; give one for each, for the sentence at line " + lineNumber(0));
        }
        List<String> replaced = new ArrayList<>(lines);
        for (int word = 0; word < wordLines.length; word++) {
            String line = lines.get(wordLines[word]);
            int start = start(line, column);
            String tail = line.substring(end(line, start));
            replaced.set(wordLines[word], line.substring(0, start) + checked(values.get(word)) + tail);
        }
        return new ConlluSentence(replaced, column == ConlluColumn.FORM ? values : words, wordLines, firstLine);
    }

    /**
     * {@link #withColumn(ConlluColumn, List)} with the column by its number.
     *
     * @param column 2 to 10
     * @param values one for each word
     * @throws IllegalArgumentException as there
     */
    public ConlluSentence withColumn(int column, List<String> values) {
        return withColumn(ConlluColumn.of(column), values);
    }

    private static String checked(String value) {
        if (value.isEmpty() || value.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("the value \"" + value.replaceAll("\\p{Cntrl}", "?")
                    + "\" is empty or has a tab or a line end in it; write _ for no value");
        }
        return value;
    }

    private static int start(String line, ConlluColumn column) {
        int start = 0;
        for (int i = 1; i < column.number(); i++) {
            start = line.indexOf('\t', start) + 1;
        }
        return start;
    }

    private static int end(String line, int start) {
        int tab = line.indexOf('\t', start);
        return tab >= 0 ? tab : CorpusLines.bodyEnd(line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConlluSentence that && firstLine == that.firstLine && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return "ConlluSentence[line " + lineNumber(0) + ", " + words + "]";
    }
}
