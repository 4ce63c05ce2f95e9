package dev.lanewise.runtime.file.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array of strings in a JSON string, as {@link Json#writeStrings} and {@link JsonWriter} write it: without spaces, and
 * with no other escapes than those of quotes and backslashes. It is what a program that has just started takes its vocabulary from:
 * a look at each byte in one short loop is soon compiled, where {@link JsonReader} is many methods.
 */
public final class PlainStrings {

    private final byte[] json;
    private final List<String> strings = new ArrayList<>();
    private int at;

    private PlainStrings(byte[] json) {
        this.json = json;
    }

    /**
     * Reads such an array.
     *
     * @param json the string, from quote to quote, valid as JSON and as UTF-8; overwritten
     * @return the strings; null if a {@link JsonReader} has to read them, be it that they are written in another way or are none
     */
    public static @Nullable List<String> read(byte[] json) {
        PlainStrings plain = new PlainStrings(json);
        return plain.array() ? plain.strings : null;
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

    /** Reads a string behind its opening quote, with the closing one; what it has of escapes is moved together where it stands. */
    private boolean string() {
        int from = at;
        int to = at;
        int all = 0;
        for (int i = at; i < json.length; i++) {
            byte b = json[i];
            if (b == '\\') {
                at = i + 1;
                if (take('"')) {
                    strings.add(text(from, to, all));
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
            json[to++] = b;
            all |= b;
        }
        return false;
    }

    /** The text of some bytes, of which a negative one makes all negative. */
    @SuppressWarnings("deprecation") // Latin-1 by a charset is a large method, long in compiling.
    private String text(int from, int to, int all) {
        int length = to - from;
        return all < 0 ? new String(json, from, length, StandardCharsets.UTF_8) : new String(json, 0, from, length);
    }
}
