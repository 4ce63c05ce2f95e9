package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VocabularyPropertiesTest {

    private static final TextKey KEY = new TextKey();
    private static final int[] NUMBERS = new int[4];

    @Provide
    Arbitrary<List<Integer>> codePoints() {
        Arbitrary<Integer> any = Arbitraries.integers().between(1, Character.MAX_CODE_POINT);
        Arbitrary<Integer> near = Arbitraries.integers().between('a', 'p');
        return Arbitraries.oneOf(any, near)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(200);
    }

    @Property(tries = 200, seed = "1")
    void characterIdIsTheIdOfTheCharacter(
            @ForAll("codePoints") List<Integer> added, @ForAll("codePoints") List<Integer> asked) {
        Vocabulary.Builder builder = Vocabulary.builder().add("a word");
        added.forEach(code -> builder.add(Character.toString(code)));
        Vocabulary vocabulary = builder.build();
        for (List<Integer> codes : List.of(added, asked)) {
            for (int code : codes) {
                assertEquals(vocabulary.id(Character.toString(code)), vocabulary.characterId(code));
            }
        }
    }

    @Property(tries = 200, seed = "1")
    void everyWordComesBackFromItsNumber(@ForAll("codePoints") List<Integer> added, @ForAll boolean unknown) {
        Vocabulary.Builder builder = Vocabulary.builder().unknown(unknown);
        added.forEach(code -> builder.add("w" + code));
        Vocabulary vocabulary = builder.build();
        assertEquals(added.stream().distinct().count() + (unknown ? 1 : 0), vocabulary.size());
        for (int code : added) {
            assertEquals("w" + code, vocabulary.word(vocabulary.id("w" + code)));
        }
        long counted = 0;
        for (int id = 0; id < vocabulary.size(); id++) {
            counted += vocabulary.count(id);
        }
        assertEquals(added.size(), counted);
    }

    @Property(tries = 200, seed = "1")
    void manyWordsHaveTheNumbersOfEach(
            @ForAll("codePoints") List<Integer> added, @ForAll("codePoints") List<Integer> asked) {
        Vocabulary.Builder builder = Vocabulary.builder();
        added.forEach(code -> builder.add("w" + code));
        Vocabulary vocabulary = builder.build();
        // Copies, since a lookup must not live on finding the very same string.
        String[] words = Stream.concat(added.stream(), asked.stream())
                .map(code -> "w" + code)
                .toArray(String[]::new);
        int[] numbers = new int[words.length];
        LookupKind.WORD.ids(words, words.length, 0, vocabulary, new TextKey(), numbers);
        for (int i = 0; i < words.length; i++) {
            assertEquals(vocabulary.id(words[i]), numbers[i]);
        }
    }

    @Example
    void theFirstOfManyUnknownWordsIsNamed() {
        Vocabulary vocabulary = Vocabulary.of(List.of("a", "b"), false);
        String[] words = {"a", "x", "b", "y"};
        var error = assertThrows(
                UnknownWordException.class,
                () -> LookupKind.WORD.ids(words, words.length, 0, vocabulary, new TextKey(), new int[words.length]));
        assertEquals("x", error.word());
    }

    @Example
    void lookupsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Vocabulary vocabulary =
                Vocabulary.builder().addCharacters("lookups allocate nothing").build();
        String[] words = {"a", "z", "g", "unknown"};
        long thread = Thread.currentThread().getId();
        long sum = lookUp(vocabulary, words, 1);
        threads.getThreadAllocatedBytes(thread);
        long before = threads.getThreadAllocatedBytes(thread);
        sum += lookUp(vocabulary, words, 1000);
        long after = threads.getThreadAllocatedBytes(thread);
        assertTrue(sum > 0);
        assertEquals(0, after - before);
    }

    private static long lookUp(Vocabulary vocabulary, String[] words, int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            LookupKind.WORD.ids(words, words.length, 0, vocabulary, KEY, NUMBERS);
            sum += NUMBERS[0];
            for (String word : words) {
                sum += vocabulary.id(word) + vocabulary.characterId(word.codePointAt(0));
            }
        }
        return sum;
    }
}
