package dev.lanewise.runtime.spans;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span tag in its parts: the letter before the first hyphen, and the type behind it.
 *
 * @param prefix one of O, I, B, E and S
 * @param type the type; empty for O and for a bare letter
 */
record SpanTag(char prefix, String type) {

    static final SpanTag OUTSIDE = new SpanTag('O', "");

    private static final Pattern FORM = Pattern.compile("([IBES])(?:-(.*))?", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("[IBES]_.+");

    /**
     * Takes a tag apart. The constants of an enum have an underline where tags have a hyphen.
     *
     * @throws IllegalArgumentException if it is no span tag, with the number of the word
     */
    static SpanTag parse(Object tag, int word) {
        String name = name(tag);
        if (name.equals("O")) {
            return OUTSIDE;
        }
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            throw new IllegalArgumentException("word " + word + " (counted from 0) has the tag " + tag
                    + ", which is no span tag; they are O, and B, I, E or S with a type: B-PER, or B_PER in an enum");
        }
        String type = form.group(2);
        return new SpanTag(form.group(1).charAt(0), type == null ? "" : type);
    }

    /** The tag as a string, the constant {@code B_PER} as {@code B-PER}. */
    static String name(Object tag) {
        if (tag instanceof Enum<?> constant) {
            String name = constant.name();
            return CONSTANT.matcher(name).matches() ? name.charAt(0) + "-" + name.substring(2) : name;
        }
        return tag.toString();
    }

    boolean outside() {
        return prefix == 'O';
    }

    /**
     * Whether a chunk starts at this tag, given the one before: conlleval's rule, to which BIOES adds that every B and S
     * starts one and that after S, as after E, another one starts.
     */
    boolean startsAfter(SpanTag before) {
        if (outside()) {
            return false;
        }
        return prefix == 'B'
                || prefix == 'S'
                || before.outside()
                || before.prefix == 'E'
                || before.prefix == 'S'
                || !before.type.equals(type);
    }

    @Override
    public String toString() {
        return type.isEmpty() ? String.valueOf(prefix) : prefix + "-" + type;
    }
}
