package dev.lanewise.examples.tagging.model;

/**
 * A word's parts of speech in both tag sets. This program hands tags on as one text each: that of a pair has a tab between, as
 * columns of files have, which is in no tag.
 *
 * @param upos the universal one
 * @param xpos the treebank's own
 */
public record TagPair(String upos, String xpos) {

    private static final char BETWEEN = '\t';

    /** The pair of a text. */
    public static TagPair of(String text) {
        int tab = text.indexOf(BETWEEN);
        return new TagPair(text.substring(0, tab), text.substring(tab + 1));
    }

    /** Both as one text. */
    public String text() {
        return upos + BETWEEN + xpos;
    }
}
