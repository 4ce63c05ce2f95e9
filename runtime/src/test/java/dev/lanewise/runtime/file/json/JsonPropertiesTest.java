package dev.lanewise.runtime.file.json;

import static dev.lanewise.runtime.file.json.JsonTexts.reader;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Utf8Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonPropertiesTest {

    /** Any code points, those that need care more often. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
        Arbitrary<Integer> ascii = Arbitraries.integers().between(0, 0x7f);
        Arbitrary<Integer> special = Arbitraries.of((int) '"', (int) '\\', 0, 0x7f, 0x2028, 0xfeff, 0x10ffff);
        Arbitrary<String> text = Arbitraries.oneOf(any, ascii, special)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(20)
                .map(codes -> codes.stream().map(Character::toString).reduce("", String::concat));
        return text.list().ofMaxSize(10);
    }

    @Property(tries = 1000, seed = "1")
    void stringsComeBackAsTheyWere(@ForAll("texts") List<String> texts) {
        String json = Json.writeStrings(texts);
        assertEquals(texts, Json.readStrings(reader(json)));
        StringBuilder text = new StringBuilder();
        JsonWriter.string(text, json);
        assertEquals(texts, Json.readStrings(reader(text.toString()).nested()));
        PlainStrings plain = PlainStrings.read(text.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(texts.stream().allMatch(JsonPropertiesTest::isPlain), plain != null);
        if (plain != null) {
            assertEquals(texts, new Utf8Words(plain.utf8(), plain.ends()));
        }
    }

    /** Whether nothing but quotes and backslashes is escaped. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ');
    }
}
