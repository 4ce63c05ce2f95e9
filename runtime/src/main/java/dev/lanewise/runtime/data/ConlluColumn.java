package dev.lanewise.runtime.data;

import java.util.Locale;

/**
 * The ten columns of CoNLL-U, see <a href="https://universaldependencies.org/format.html">its description</a>.
 */
public enum ConlluColumn {
    /** 1: the index of the word, {@code 4}; of a multiword token, {@code 4-5}; or of an empty node, {@code 8.1}. */
    ID,
    /** 2: the word as it stands in the text. */
    FORM,
    /** 3: the base form. */
    LEMMA,
    /** 4: the universal part of speech. */
    UPOS,
    /** 5: the part of speech in the treebank's own tag set. */
    XPOS,
    /** 6: morphological features; {@code _} is a value: none. */
    FEATS,
    /** 7: the index of the head. */
    HEAD,
    /** 8: the relation to the head. */
    DEPREL,
    /** 9: the enhanced dependency graph. */
    DEPS,
    /** 10: anything else; {@code _} is a value: nothing. */
    MISC;

    /** The number of the column, counted from 1. */
    public int number() {
        return ordinal() + 1;
    }

    /**
     * The column with a number.
     *
     * @param number 1 to 10
     * @throws IllegalArgumentException if there is no such column
     */
    public static ConlluColumn of(int number) {
        if (number < 1 || number > values().length) {
            throw unknown(String.valueOf(number));
        }
        return values()[number - 1];
    }

    /**
     * The column with a name, in any case, or a number, as on a command line.
     *
     * @param nameOrNumber such as {@code "upos"} or {@code "4"}
     * @throws IllegalArgumentException if there is no such column
     */
    public static ConlluColumn of(String nameOrNumber) {
        for (ConlluColumn column : values()) {
            if (column.name().equals(nameOrNumber.toUpperCase(Locale.ROOT))
                    || nameOrNumber.equals(String.valueOf(column.number()))) {
                return column;
            }
        }
        throw unknown(nameOrNumber);
    }

    /** Whether {@code _} is a value of this column rather than the lack of one. */
    boolean mayBeNothing() {
        return this == FEATS || this == MISC;
    }

    private static IllegalArgumentException unknown(String column) {
        return new IllegalArgumentException("no CoNLL-U column \"" + column
                + "\"; use id, form, lemma, upos, xpos, feats, head, deprel, deps, misc or a number from 1 to 10");
    }
}
