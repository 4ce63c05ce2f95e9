package dev.lanewise.runtime.file.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strings of a JSON array in a JSON string, as {@link Json#writeStrings} and {@link JsonWriter} write it: without spaces, and with
 * no other escapes than those of quotes and backslashes. It is what a program that has just started takes its vocabulary from: a look
 * at each byte in one short loop is soon compiled, where {@link JsonReader} is many methods.
 */
public final class PlainStrings {

    private final byte[] json;
    private int[] ends = new int[64];
    private int count;
    private int at;
    private int to;

    private PlainStrings(byte[] json) {
        this.json = json;
    }

    /**
     * Reads such an array.
     *
     * @param json the string, from quote to quote, valid as JSON and as UTF-8; taken over
     * @return the strings; null if a {@link JsonReader} has to read them, be it that they are written in another way or are none
     */
    public static @Nullable PlainStrings read(byte[] json) {
        PlainStrings plain = new PlainStrings(json);
        return plain.array() ? plain : null;
    }

    /** The strings in UTF-8, one behind the other from the first byte on. */
    public byte[] utf8() {
        return Arrays.copyOf(json, to);
    }

    /** Of each string the place behind its last byte. */
    public int[] ends() {
        return Arrays.copyOf(ends, count);
    }

    private boolean array() {
        boolean good = take('"') && take('[');
        boolean more = good && at < json.length && json[at] != ']';
        while (more) {
            good = take('\\') && take('"') && string();
            more = good && take(',');
        }
        return good && take(']') && take('"') && at == json.length;
    }

    private boolean take(char c) {
        boolean there = at < json.length && json[at] == c;
        if (there) {
            at++;
        }
        return there;
    }

    private boolean takeEscape() {
        return take('\\') && (take('"') || take('\\'));
    }

    /** Reads a string behind its opening quote, with the closing one; what it says is moved to the others. */
    private boolean string() {
        int end = to;
        for (int i = at; i < json.length; i++) {
            byte b = json[i];
            if (b == '\\') {
                at = i + 1;
                if (take('"')) {
                    keep(end);
                    return true;
                }
                // An escaped backslash begins an escape of the array, whose character is escaped too.
                if (!take('\\') || !takeEscape()) {
                    return false;
                }
                i = at - 1;
                b = json[i];
            } else if (b == '"') {
                return false;
            }
            json[end++] = b;
        }
        return false;
    }

    private void keep(int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = end;
        to = end;
    }
}
