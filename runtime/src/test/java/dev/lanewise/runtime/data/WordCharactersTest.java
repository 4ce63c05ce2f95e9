package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WordCharactersTest {

    private static String read(String word) {
        StringBuilder read = new StringBuilder();
        int step = 0;
        for (int at = 0; at < word.length(); at = WordCharacters.next(word, at, step++)) {
            read.appendCodePoint(word.codePointAt(at));
        }
        assertEquals(step, WordCharacters.count(word));
        return read.toString();
    }

    @Test
    void wordsOfUpToTheLimitAreReadWhole() {
        for (String word :
                new String[] {"a", "\uD83D\uDE00", "x".repeat(1023), "x".repeat(1024), "\uD83D\uDE00".repeat(1024)}) {
            assertEquals(word, read(word));
        }
        assertEquals("ab\uD83D\uDE00".repeat(341), read("ab\uD83D\uDE00".repeat(341)));
    }

    @Test
    void ofLongerOnesBothEndsAreRead() {
        assertEquals("a".repeat(512) + "b".repeat(512), read("a".repeat(512) + "x" + "b".repeat(512)));
        assertEquals("a".repeat(512) + "b".repeat(512), read("a".repeat(512) + "x".repeat(100_000) + "b".repeat(512)));
        String smiles = "\uD83D\uDE00".repeat(512);
        assertEquals(smiles + smiles, read(smiles + "x" + smiles));
        assertEquals(smiles + "b".repeat(512), read(smiles + "\uD83D" + "b".repeat(512)));
    }

    @Test
    void whatIsNotReadIsNotLearned() {
        Vocabulary vocabulary = Vocabulary.builder()
                .addCharacters("a".repeat(512) + "x" + "b".repeat(512))
                .build();
        assertEquals(java.util.List.of("a", "b"), vocabulary.words());
        assertEquals(512, vocabulary.count(1));
    }
}
