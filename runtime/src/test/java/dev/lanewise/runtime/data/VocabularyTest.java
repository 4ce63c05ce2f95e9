package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final String OWL = "\uD83E\uDD89";

    private static Vocabulary.Builder of(String text) {
        return Vocabulary.builder().addAll(List.of(text.split(" ")));
    }

    @Test
    void numbersWordsInTheOrderOfFirstAppearance() {
        Vocabulary words = of("the dog ate the apple").unknown(false).build();
        assertEquals(List.of("the", "dog", "ate", "apple"), words.words());
        assertEquals(4, words.size());
        assertEquals(2, words.id("ate"));
        assertEquals("ate", words.word(2));
        assertEquals(2, words.count(words.id("the")));
        assertEquals(1, words.count(words.id("apple")));
    }

    @Test
    void unknownWordIsReadAsEntryZero() {
        Vocabulary words = of("the dog").build();
        assertTrue(words.hasUnknown());
        assertEquals(3, words.size());
        assertEquals(0, words.id("cat"));
        assertEquals(1, words.id("the"));
        assertEquals("<unk>", words.word(0));
        assertEquals(List.of("the", "dog"), words.words());
        assertFalse(words.contains("cat"));
    }

    @Test
    void unknownWordIsAnErrorThatNamesIt() {
        Vocabulary words = of("the dog").unknown(false).build();
        assertFalse(words.hasUnknown());
        var error = assertThrows(UnknownWordException.class, () -> words.id("cat"));
        assertEquals(
                "unknown word \"cat\": it did not occur in training and this vocabulary has no entry for unknown ones;"
                        + " train with it, or with unknown = true",
                error.getMessage());
        assertEquals("cat", error.word());
    }

    @Test
    void rareWordsAreReadAsUnknown() {
        Vocabulary words = of("a b a c b d").minCount(2).build();
        assertEquals(List.of("a", "b"), words.words());
        assertEquals(0, words.id("c"));
        assertEquals(2, words.count(words.id("b")));
        assertEquals(2, words.count(0), "c and d");
    }

    @Test
    void rareWordsNeedAnEntryToBeReadAs() {
        var builder = of("a b").minCount(2).unknown(false);
        var error = assertThrows(IllegalArgumentException.class, builder::build);
        assertEquals(
                "minCount is 2 but there is no entry for unknown words, so rare words would have no number;"
                        + " use minCount = 1 or unknown = true",
                error.getMessage());
    }

    @Test
    void minCountStartsAtOne() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Vocabulary.builder().minCount(0));
        assertEquals("minCount is 0; give 1 to keep every word, or more", error.getMessage());
    }

    @Test
    void wordSpeltLikeTheUnknownEntryHasItsOwnNumber() {
        Vocabulary words = of("a <unk> b").build();
        assertEquals(2, words.id("<unk>"));
        assertEquals(0, words.id("zebra"));
        assertEquals(4, words.size());
        assertTrue(words.contains("<unk>"));
        assertFalse(of("a").build().contains("<unk>"));
        assertEquals(words, Vocabulary.of(words.words(), true));
    }

    @Test
    void isRebuiltFromItsEntries() {
        Vocabulary words = Vocabulary.of(List.of("b", "a"), true);
        assertEquals(1, words.id("b"));
        assertEquals(2, words.id("a"));
        assertEquals(0, words.count(1));
        assertEquals(of("b a").build(), words);
        assertEquals(of("b a").build().hashCode(), words.hashCode());
        assertNotEquals(of("a b").build(), words);
        assertNotEquals(Vocabulary.of(List.of("b", "a"), false), words);
    }

    @Test
    void entryThatStandsTwiceIsAnErrorThatNamesBothIds() {
        var error = assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("a", "b", "a"), true));
        assertEquals("the entry \"a\" stands twice, with id 1 and 3; list each entry once", error.getMessage());
    }

    @Test
    void emptyEntryIsAnError() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Vocabulary.builder().add(""));
        assertEquals("a vocabulary entry is empty; leave it out", error.getMessage());
    }

    @Test
    void halfASurrogatePairIsAnErrorThatNamesItsPlace() {
        var error = assertThrows(
                IllegalArgumentException.class, () -> Vocabulary.builder().addCharacters("a\uD83Eb"));
        assertEquals(
                "half a surrogate pair (U+D83E) at char 1 of an entry, \"a?b\"; decode the text again",
                error.getMessage());
    }

    @Test
    void numberOutOfRangeIsAnErrorThatNamesTheRange() {
        Vocabulary words = of("a b").build();
        var error = assertThrows(IllegalArgumentException.class, () -> words.word(3));
        assertEquals("no entry 3 in Vocabulary[3 entries, with unknown]; ask for 0 to 2", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> words.count(-1));
    }

    @Test
    void emptyVocabularyHasNoEntries() {
        assertEquals(0, Vocabulary.empty().size());
        assertThrows(UnknownWordException.class, () -> Vocabulary.empty().id("a"));
        assertThrows(UnknownWordException.class, () -> Vocabulary.empty().characterId('a'));
    }

    @Test
    void charactersAreCodePoints() {
        Vocabulary characters =
                Vocabulary.builder().addCharacters("a" + OWL + "ba").build();
        assertEquals(List.of("a", OWL, "b"), characters.words());
        assertEquals(2, characters.characterId(OWL.codePointAt(0)));
        assertEquals(2, characters.count(1));
        assertEquals(0, characters.characterId('z'));
        assertEquals(0, characters.characterId(OWL.charAt(0)), "half an owl is no character");
    }

    @Test
    void unknownCharacterIsAnErrorThatNamesIt() {
        Vocabulary characters =
                Vocabulary.builder().unknown(false).addCharacters("abc").build();
        var error = assertThrows(UnknownWordException.class, () -> characters.characterId(0xE9));
        assertEquals(
                "unknown character \"\u00E9\" (U+00E9): it did not occur in training and this vocabulary has no entry"
                        + " for unknown ones; train with it, or with unknown = true",
                error.getMessage());
        assertEquals("\u00E9", error.word());
    }

    @Test
    void aVocabularyOfCharactersHasOnlySingleOnes() {
        Vocabulary words = Vocabulary.of(List.of("a", "bc"), true);
        var error = assertThrows(IllegalArgumentException.class, words::requireCharacters);
        assertEquals(
                "the entry \"bc\" of the characters is not a single character; build them with addCharacters",
                error.getMessage());
    }

    @Test
    void tagsOfTheVocabulariesMustBeDistinct() {
        var error = assertThrows(IllegalArgumentException.class, () -> Vocabularies.ofTags(List.of("A", "B", "A")));
        assertEquals("the tag \"A\" stands twice; list each tag once", error.getMessage());
    }

    @Test
    void aMissingVocabularyIsNamedWithThoseThatThereAre() {
        Vocabularies all = Vocabularies.ofTags(List.of()).with("word_embeddings", Vocabulary.empty());
        var error = assertThrows(IllegalArgumentException.class, () -> all.get("char_embeddings"));
        assertEquals(
                "there is no vocabulary char_embeddings, only [word_embeddings]; add it with(name, vocabulary)",
                error.getMessage());
    }
}
