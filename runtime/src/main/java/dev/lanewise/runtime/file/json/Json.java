package dev.lanewise.runtime.file.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
     * @return the array; {@link #readStrings(String)} gives the list back
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
     * Reads a JSON array of strings.
     *
     * @param json the array
     * @return its strings, unmodifiable
     * @throws JsonException if the text is anything else
     */
    public static List<String> readStrings(String json) {
        JsonReader reader = new JsonReader(json);
        List<String> strings = new ArrayList<>();
        reader.array(() -> strings.add(reader.string()));
        reader.end();
        return Collections.unmodifiableList(strings);
    }

    /**
     * Decodes UTF-8 and accepts no byte that does not belong.
     *
     * @param utf8 the bytes
     * @return their text
     * @throws JsonException if the bytes are not UTF-8
     */
    public static String decode(byte[] utf8) {
        try {
            // A new decoder reports malformed input; String's constructor would put replacement characters instead.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("the text is not valid UTF-8");
        }
    }
}
