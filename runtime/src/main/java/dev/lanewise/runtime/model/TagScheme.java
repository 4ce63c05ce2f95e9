package dev.lanewise.runtime.model;

import java.util.List;

/**
 * Which tags may stand beside each other. Tags are {@code O}, or a letter, {@code -} or {@code _}, and the type of an entity:
 * {@code B-PER} or the enum constant {@code B_PER}.
 */
public enum TagScheme {
    /** Every tag may follow every other. */
    NONE(""),
    /** IOB2: an entity begins with B and goes on with I. */
    BIO("BI"),
    /** An entity of one word is S; a longer one begins with B, goes on with I and ends with E. */
    BIOES("BIES");

    private static final String OUTSIDE = "O";

    private final String letters;

    TagScheme(String letters) {
        this.letters = letters;
    }

    /**
     * Checks the names of tags.
     *
     * @throws IllegalArgumentException if one is not of this scheme, or can stand in no sentence since its partners are missing
     */
    public void check(List<String> names) {
        for (String name : names) {
            if (this != NONE && !isOfScheme(name)) {
                throw new IllegalArgumentException("the tag " + name + " is none of " + this
                        + ": call it O, or one of the letters " + letters
                        + ", then - or _ and a type, as in B-PER; or use constraints = NONE");
            }
        }
        if (names.stream().noneMatch(name -> mayStart(name) && mayEnd(name))) {
            throw new IllegalArgumentException("of the tags " + names
                    + " none can stand in a sentence of one word: add O, or use constraints = NONE");
        }
        for (String name : names) {
            if (this != NONE && !name.equals(OUTSIDE) && !(reachesStart(name, names) && reachesEnd(name, names))) {
                throw new IllegalArgumentException("the tag " + name + " can stand in no sentence of the tags " + names
                        + ": add the tags that begin and end its entities, or use constraints = NONE");
            }
        }
    }

    private boolean isOfScheme(String name) {
        return name.equals(OUTSIDE)
                || name.length() > 2
                        && letters.indexOf(name.charAt(0)) >= 0
                        && (name.charAt(1) == '-' || name.charAt(1) == '_');
    }

    private boolean reachesStart(String name, List<String> names) {
        return mayStart(name) || names.stream().anyMatch(other -> mayStart(other) && mayFollow(other, name));
    }

    private boolean reachesEnd(String name, List<String> names) {
        return mayEnd(name) || names.stream().anyMatch(other -> mayEnd(other) && mayFollow(name, other));
    }

    /** Whether a sentence may begin with the tag. */
    public boolean mayStart(String tag) {
        return this == NONE || !goesOn(tag);
    }

    /** Whether a sentence may end with the tag. */
    public boolean mayEnd(String tag) {
        return this != BIOES || !isOpen(tag);
    }

    /** Whether a tag may follow another one. */
    public boolean mayFollow(String before, String tag) {
        if (this == NONE) {
            return true;
        }
        boolean inside = goesOn(tag);
        boolean sameEntity = inside && isOpen(before) && type(before).equals(type(tag));
        return this == BIO ? !inside || sameEntity : inside == isOpen(before) && (!inside || sameEntity);
    }

    /** Tags that continue an entity. */
    private static boolean goesOn(String tag) {
        return tag.startsWith("I") || tag.startsWith("E");
    }

    /** Tags whose entity goes on, or in BIO may go on, with the next word. */
    private static boolean isOpen(String tag) {
        return tag.startsWith("B") || tag.startsWith("I");
    }

    private static String type(String tag) {
        return tag.substring(2);
    }
}
