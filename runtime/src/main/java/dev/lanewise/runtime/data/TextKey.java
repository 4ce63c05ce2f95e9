package dev.lanewise.runtime.data;

import java.util.Arrays;

/** What is looked up in a vocabulary, put together without allocating: a buffer that is used again and again. */
public final class TextKey {

    private char[] chars = new char[16];
    private int length;

    /** An empty key. */
    public TextKey() {}

    /** Empties the key. */
    public TextKey clear() {
        length = 0;
        return this;
    }

    /** Adds one {@code char}. */
    public TextKey append(char c) {
        reserve(length + 1);
        chars[length++] = c;
        return this;
    }

    /** Adds one character. */
    public TextKey appendCodePoint(int codePoint) {
        if (Character.isBmpCodePoint(codePoint)) {
            return append((char) codePoint);
        }
        return append(Character.highSurrogate(codePoint)).append(Character.lowSurrogate(codePoint));
    }

    /** Adds the part of a text from one index to before another. */
    public TextKey append(String text, int from, int to) {
        reserve(length + to - from);
        text.getChars(from, to, chars, length);
        length += to - from;
        return this;
    }

    /** Number of {@code char}s. */
    public int length() {
        return length;
    }

    /** The {@code char} at an index, counted from the end: 1 for the last one; 0 if the key is not that long. */
    char last(int fromEnd) {
        return fromEnd > length ? 0 : chars[length - fromEnd];
    }

    /** The hash code of {@link #toString}. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash;
    }

    /** Whether this is the same text. */
    boolean contentEquals(String text) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    /** Compares with a text as {@link String#compareTo} does. */
    int compareTo(String text) {
        int common = Math.min(length, text.length());
        for (int i = 0; i < common; i++) {
            if (chars[i] != text.charAt(i)) {
                return chars[i] - text.charAt(i);
            }
        }
        return length - text.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextKey that && Arrays.equals(chars, 0, length, that.chars, 0, that.length);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    private void reserve(int size) {
        if (size > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(size, 2 * chars.length));
        }
    }
}
