package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.Upos;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Random text: a vocabulary of words of six characters, of which there are a hundred, and batches of random words with random
 * tags. The words of a batch are all different, so that no model can save work on repeated ones.
 *
 * @param vocabulary all words; a word's place is its id
 */
public record Text(List<String> vocabulary) {

    /** Words of a sentence. */
    public static final int LENGTH = 25;
    /** Characters of a word. */
    public static final int WORD_LENGTH = 6;
    /** Different characters. */
    public static final int CHARACTERS = 100;

    /** The code point of the first of them. */
    public static final int FIRST_CHARACTER = 0x21;

    private static final Upos[] TAGS = Upos.values();

    /**
     * Sentences that go through a model at once.
     *
     * @param sentences the words of each
     * @param tags the gold tags of each
     * @param sequences the sentences as a training session takes them
     */
    public record Batch(List<List<String>> sentences, List<List<Upos>> tags, List<Sequence> sequences) {}

    /**
     * A vocabulary of random words.
     *
     * @param size the number of words
     */
    public static Text ofWords(int size) {
        SplittableRandom random = new SplittableRandom(size);
        Set<String> words = new LinkedHashSet<>();
        // The first words spell out every character, so that the character vocabulary is whole and in order.
        for (int from = 0; from < CHARACTERS; from += WORD_LENGTH) {
            int first = from;
            words.add(word(i -> Math.min(first + i, CHARACTERS - 1)));
        }
        while (words.size() < size) {
            words.add(word(i -> random.nextInt(CHARACTERS)));
        }
        return new Text(List.copyOf(words));
    }

    private static String word(IntUnaryOperator character) {
        StringBuilder word = new StringBuilder(WORD_LENGTH);
        for (int i = 0; i < WORD_LENGTH; i++) {
            word.appendCodePoint(FIRST_CHARACTER + character.applyAsInt(i));
        }
        return word.toString();
    }

    /** One example that holds every word once: what a session learns the vocabularies from, ids in order. */
    public Example<Upos> everyWord() {
        List<Upos> tags = IntStream.range(0, vocabulary.size())
                .mapToObj(i -> TAGS[i % TAGS.length])
                .toList();
        return Example.of(vocabulary, tags);
    }

    /**
     * Random batches.
     *
     * @param count how many
     * @param size sentences of each
     * @param length words of a sentence
     */
    public List<Batch> batches(int count, int size, int length) {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, count)
                .mapToObj(i -> batch(random, size, length))
                .toList();
    }

    private Batch batch(SplittableRandom random, int size, int length) {
        Set<String> used = new LinkedHashSet<>();
        List<List<String>> sentences = new ArrayList<>();
        List<List<Upos>> tags = new ArrayList<>();
        for (int s = 0; s < size; s++) {
            List<String> words = new ArrayList<>();
            List<Upos> gold = new ArrayList<>();
            while (words.size() < length) {
                String word = vocabulary.get(random.nextInt(vocabulary.size()));
                // More words than half the vocabulary cannot all be different in reasonable time.
                if (used.add(word) || size * length > vocabulary.size() / 2) {
                    words.add(word);
                    gold.add(TAGS[random.nextInt(TAGS.length)]);
                }
            }
            sentences.add(List.copyOf(words));
            tags.add(List.copyOf(gold));
        }
        return new Batch(List.copyOf(sentences), List.copyOf(tags), Sequence.ofSentences(sentences));
    }
}
