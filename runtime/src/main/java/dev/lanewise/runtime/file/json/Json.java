package dev.lanewise.runtime.file.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists of strings as JSON, which is how vocabularies and tags stand in a model file. */
public final class Json {

    private Json() {}

    /**
     * Writes a list as a JSON array of strings, without spaces.
     *
     * @param strings any strings without halves of surrogate pairs
     * @return the array; {@link #readStrings} gives the list back
     * @throws IllegalArgumentException if a string holds half of a surrogate pair
     */
    public static String writeStrings(List<String> strings) {
        StringBuilder out = new StringBuilder("[");
        for (String string : strings) {
            if (out.length() > 1) {
                out.append(',');
            }
            JsonWriter.string(out, string);
        }
        return out.append(']').toString();
    }

    /**
     * Reads a text that is a JSON array of strings.
     *
     * @param json a reader at its beginning
     * @return the strings, unmodifiable
     * @throws JsonException if the text is anything else
     */
    public static List<String> readStrings(JsonReader json) {
        List<String> strings = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            strings.add(json.string());
        }
        json.end();
        return Collections.unmodifiableList(strings);
    }

    /**
     * Reads the first strings of such a text.
     *
     * @param json a reader at its beginning
     * @param most how many are kept
     * @param length how many {@code char}s of each are kept
     * @return the beginnings of the strings, unmodifiable
     * @throws JsonException if the text is anything else as far as it is read
     */
    public static List<String> readBeginnings(JsonReader json, int most, int length) {
        List<String> strings = new ArrayList<>();
        json.beginArray();
        while (strings.size() < most && json.nextElement()) {
            strings.add(json.beginning(length));
        }
        return Collections.unmodifiableList(strings);
    }
}
