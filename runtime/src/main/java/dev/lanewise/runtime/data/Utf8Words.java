package dev.lanewise.runtime.data;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Words that lie in UTF-8 one behind the other, as a file has them. Each becomes a string when it is first wanted, maybe by several
 * threads, which make equal ones: a program that loads a large vocabulary for a few sentences wants few of them. Immutable.
 */
public final class Utf8Words extends AbstractList<String> implements RandomAccess {

    private final byte[] utf8;
    private final int[] ends;
    private final @Nullable String[] made;

    /**
     * Words that are not copied.
     *
     * @param utf8 their bytes from the first one on, valid
     * @param ends of each word the place behind its last byte
     */
    public Utf8Words(byte[] utf8, int[] ends) {
        this.utf8 = utf8;
        this.ends = ends;
        this.made = new String[ends.length];
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public String get(int index) {
        String word = made[index];
        if (word == null) {
            int begin = begin(index);
            word = new String(utf8, begin, ends[index] - begin, StandardCharsets.UTF_8);
            made[index] = word;
        }
        return word;
    }

    /** The strings as far as they are made; changes. */
    @Nullable
    String[] made() {
        return made;
    }

    private int begin(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /**
     * The hash code of a word's string.
     *
     * @throws IllegalArgumentException if the word is empty
     */
    int hash(int index) {
        int begin = begin(index);
        int end = ends[index];
        if (begin == end) {
            CodePoints.checkEntry("");
        }
        int hash = 0;
        for (int at = begin; at < end; at++) {
            int c = utf8[at];
            if (c < 0) {
                if (c > (byte) 0xDF || at + 1 == end) {
                    return get(index).hashCode();
                }
                c = (c & 0x1F) << 6 | utf8[++at] & 0x3F;
            }
            hash = 31 * hash + c;
        }
        return hash;
    }

    /** Whether two words are the same. */
    boolean same(int index, int other) {
        return Arrays.equals(utf8, begin(index), ends[index], utf8, begin(other), ends[other]);
    }
}
