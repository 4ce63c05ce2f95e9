package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LookupKindTest {

    /** The marks of short words can be written in no table of cases, since those are trimmed. */
    private static String marked(String text) {
        return text.replace('^', '\u0002').replace('$', '\u0003');
    }

    private static String key(LookupKind kind, String word, int length) {
        Vocabulary.Builder vocabulary = Vocabulary.builder();
        kind.learn(word, length, vocabulary);
        Vocabulary built = vocabulary.build();
        assertEquals(1, id(kind, word, length, built, new TextKey()));
        return built.word(1);
    }

    private static int id(LookupKind kind, String word, int length, Vocabulary vocabulary, TextKey key) {
        int[] ids = new int[1];
        kind.ids(new String[] {word}, 1, length, vocabulary, key, ids);
        return ids[0];
    }

    @ParameterizedTest
    @CsvSource({
        "walking, ing, wal",
        "ing, ing, ing",
        "of, ^of, of$",
        "a, ^a, a$",
        "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03,"
                + "\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03,"
                + "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02",
        "x\uD83D\uDE00, ^x\uD83D\uDE00, x\uD83D\uDE00$",
    })
    void affixesAreOfCodePoints(String word, String suffix, String prefix) {
        assertEquals(marked(suffix), key(LookupKind.SUFFIX, word, 3));
        assertEquals(marked(prefix), key(LookupKind.PREFIX, word, 3));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "I, X",
                "It, Xx",
                "London, Xxx",
                "NATO, XX",
                "iPhone6, xXxxd",
                "1990, dd",
                "7, d",
                "U.S., X.X.",
                "e-mail, x-xx",
                "~1,000.50~, ~d,dd.dd~",
                "..., ..",
                "can't, xx'x",
                "\u0130, X",
                "\u01C5, X",
                "\u0C24\u0C46\u0C32, cc",
                "\u4E2D\u6587, cc",
                "\u00BD, d",
                "\u2014, p",
                "\u201CNo, pXx",
                "\uD83D\uDE00, s",
                "5\u20AC, ds",
                "e\u0301, x",
                "\u0301, \u0301",
                "\uD835\uDC00\uD835\uDC01, XX",
            })
    void shapesAreSignsOfWhichTwoInARowStay(String word, String shape) {
        assertEquals(shape, key(LookupKind.SHAPE, word, 0));
    }

    @Property
    void lookupsWithoutStringsFindWhatWasLearned(
            @ForAll List<@NotEmpty String> words, @ForAll @IntRange(min = 1, max = 4) int length) {
        List<String> whole =
                words.stream().map(word -> word.replaceAll("\\p{Cs}", "?")).toList();
        for (LookupKind kind : List.of(LookupKind.PREFIX, LookupKind.SUFFIX, LookupKind.SHAPE)) {
            Vocabulary.Builder builder = Vocabulary.builder().unknown(false);
            whole.forEach(word -> kind.learn(word, length, builder));
            Vocabulary vocabulary = builder.build();
            TextKey key = new TextKey();
            for (String word : whole) {
                int id = id(kind, word, length, vocabulary, key);
                assertEquals(vocabulary.word(id), key.toString());
                assertEquals(id, vocabulary.id(key.toString()));
                assertEquals(key.toString().hashCode(), key.hashCode());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"SUFFIX, ^ab", "PREFIX, ab$"})
    void withoutAnUnknownEntryAnUnknownAffixIsNamed(LookupKind kind, String named) {
        Vocabulary vocabulary = Vocabulary.of(List.of("x"), false);
        var error = assertThrows(UnknownWordException.class, () -> id(kind, "ab", 3, vocabulary, new TextKey()));
        assertEquals(marked(named), error.word());
    }
}
