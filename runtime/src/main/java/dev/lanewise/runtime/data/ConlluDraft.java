package dev.lanewise.runtime.data;

import java.util.ArrayList;
import java.util.List;

/** A CoNLL-U sentence in the making: takes its lines one by one and checks them. */
final class ConlluDraft {

    private static final int COLUMNS = ConlluColumn.values().length;

    private final CorpusLines source;
    private final long firstLine;
    private final List<String> lines = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> wordLines = new ArrayList<>();
    private int multiwordEnd;
    private int emptyNodes;
    private boolean hasTokens;

    ConlluDraft(CorpusLines source) {
        this.source = source;
        this.firstLine = source.number() + 1;
    }

    /** Takes the source's current line; false if it is the blank one that ends the sentence. */
    boolean add() {
        if (lines.size() == CorpusLines.MAX_SENTENCE) {
            throw source.endless();
        }
        lines.add(source.raw());
        if (source.isBlank()) {
            return !hasTokens;
        }
        if (!source.line().startsWith("#")) {
            addToken(source.line());
            hasTokens = true;
        }
        return true;
    }

    boolean hasTokens() {
        return hasTokens;
    }

    /** Adds the lines of another draft that has no tokens. */
    void addTrailing(ConlluDraft rest) {
        lines.addAll(rest.lines);
    }

    /** Checks what only the end of a sentence can show. */
    void checkEnd() {
        if (multiwordEnd > words.size()) {
            throw source.error(
                    "the sentence ends at word " + words.size() + " inside a multiword token that reaches word "
                            + multiwordEnd,
                    "add the missing words or correct the token's index");
        }
        if (words.isEmpty()) {
            throw source.error("a sentence without words", "number its words 1, 2, 3, ...");
        }
    }

    ConlluSentence finish() {
        int[] at = wordLines.stream().mapToInt(Integer::intValue).toArray();
        return new ConlluSentence(lines, words, at, firstLine);
    }

    private void addToken(String line) {
        int columns = 1 + (int) line.chars().filter(c -> c == '\t').count();
        if (columns != COLUMNS) {
            throw source.error(
                    columns + (columns == 1 ? " column" : " columns") + " instead of " + COLUMNS,
                    "separate the columns of CoNLL-U by single tabs");
        }
        int tab = line.indexOf('\t');
        String index = line.substring(0, tab);
        String form = line.substring(tab + 1, line.indexOf('\t', tab + 1));
        if (form.isEmpty()) {
            throw source.error("the word (column 2) is empty", "write the word, or _ if it has no form");
        }
        if (index.indexOf('-') >= 0) {
            addMultiword(index, index.indexOf('-'));
        } else if (index.indexOf('.') >= 0) {
            addEmptyNode(index, index.indexOf('.'));
        } else {
            addWord(index, form);
        }
    }

    private void addWord(String index, String form) {
        if (number(index, index) != words.size() + 1) {
            throw source.error(
                    "word " + index + " where word " + (words.size() + 1) + " is due",
                    "number the words of a sentence 1, 2, 3, ... and end it by a blank line");
        }
        words.add(form);
        wordLines.add(lines.size() - 1);
        emptyNodes = 0;
    }

    private void addMultiword(String index, int dash) {
        int from = number(index, index.substring(0, dash));
        int to = number(index, index.substring(dash + 1));
        if (from != words.size() + 1 || to < from || from <= multiwordEnd) {
            throw source.error(
                    "multiword token " + index + " after word " + words.size(),
                    "let it stand once, before its first word, with the indices of its first and last word");
        }
        multiwordEnd = to;
    }

    private void addEmptyNode(String index, int dot) {
        int word = number(index, index.substring(0, dot));
        int node = number(index, index.substring(dot + 1));
        if (word != words.size() || node != emptyNodes + 1) {
            throw source.error(
                    "empty node " + index + " after word " + words.size(),
                    "number the empty nodes behind word 8 as 8.1, 8.2, ...");
        }
        emptyNodes = node;
    }

    private int number(String index, String digits) {
        boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean padded = digits.startsWith("0") && digits.length() > 1;
        if (digits.isEmpty() || digits.length() > 9 || !plain || padded) {
            throw source.error(
                    "bad index \"" + index + "\"",
                    "use a number like 4 for a word, 4-5 for a multiword token, 8.1 for an empty node");
        }
        return Integer.parseInt(digits);
    }
}
