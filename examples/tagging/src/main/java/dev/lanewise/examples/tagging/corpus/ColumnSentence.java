package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.runtime.data.CorpusException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A sentence in columns that has no tags yet: a word a line.
 *
 * @param rows the columns of each word; immutable
 * @param words the words; none of a line that begins a document
 */
public record ColumnSentence(List<List<String>> rows, List<String> words) {

    private static final String DOCUMENT_START = "-DOCSTART-";

    /**
     * The sentences of a text, as they are asked for.
     *
     * @param lines the columns of each line; none of a blank line, which ends a sentence
     * @param name what to call the text in errors
     * @param wordColumn where the words are, from 1
     */
    public static Iterable<ColumnSentence> of(Iterable<List<String>> lines, String name, int wordColumn) {
        return () -> new Sentences(lines.iterator(), name, wordColumn);
    }

    /** Its lines with the tag of each word as one more column, tabs between, and a blank line at the end. */
    public String text(List<String> tags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : "O";
            text.append(String.join("\t", rows.get(i))).append('\t').append(tag).append('\n');
        }
        return text.append('\n').toString();
    }

    private static final class Sentences implements Iterator<ColumnSentence> {

        private final Iterator<List<String>> lines;
        private final String name;
        private final int wordColumn;
        private long line;

        /** The first line of the next sentence; blank where there may be none. */
        private List<String> first = List.of();

        Sentences(Iterator<List<String>> lines, String name, int wordColumn) {
            this.lines = lines;
            this.name = name;
            this.wordColumn = wordColumn;
        }

        @Override
        public boolean hasNext() {
            while (first.isEmpty() && lines.hasNext()) {
                first = nextLine();
            }
            return !first.isEmpty();
        }

        /** The next line; blank behind the last one. */
        private List<String> nextLine() {
            line++;
            return lines.hasNext() ? lines.next() : List.of();
        }

        @Override
        public ColumnSentence next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more sentences");
            }
            List<List<String>> rows = new ArrayList<>();
            List<String> words = new ArrayList<>();
            if (beginsDocument(first)) {
                rows.add(first);
                first = nextLine();
            } else {
                while (!first.isEmpty() && !beginsDocument(first)) {
                    words.add(word(first));
                    rows.add(first);
                    first = nextLine();
                }
            }
            return new ColumnSentence(List.copyOf(rows), List.copyOf(words));
        }

        private static boolean beginsDocument(List<String> row) {
            return !row.isEmpty() && row.get(0).equals(DOCUMENT_START);
        }

        private String word(List<String> row) {
            if (row.size() < wordColumn) {
                throw new CorpusException(
                        name,
                        line,
                        "there is no column " + wordColumn + " for the word, only " + row.size(),
                        "correct the line, or --word-column");
            }
            return row.get(wordColumn - 1);
        }
    }
}
