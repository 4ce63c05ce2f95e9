package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up sentences, the same on every JDK: repeated words, long and short ones, and characters of every kind. */
final class Sentences {

    private static final String[] CHARACTERS = {"a", "b", "c", "d", "e", "s", "t", "ä", "ß", "語", "я", "😀"};
    private static final int WORDS = 24;

    private Sentences() {}

    /** Sentences of the given lengths. */
    static List<List<String>> of(long seed, int... lengths) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + i % 7; length > 0; length--) {
                word.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
            }
            words.add(word.toString());
        }
        List<List<String>> sentences = new ArrayList<>();
        for (int length : lengths) {
            sentences.add(IntStream.range(0, length)
                    .mapToObj(i -> words.get(random.nextInt(WORDS)))
                    .toList());
        }
        return sentences;
    }

    /** So many sentences of 1 to 12 words. */
    static List<List<String>> many(long seed, int count) {
        return of(seed, IntStream.range(0, count).map(i -> 1 + i * 7 % 12).toArray());
    }

    /** Gives every word a tag that depends on the word and the one before it. */
    static <T> List<Example<T>> tagged(List<List<String>> sentences, List<T> tags) {
        List<Example<T>> examples = new ArrayList<>();
        for (List<String> words : sentences) {
            List<T> sentenceTags = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                int before = i == 0 ? 0 : words.get(i - 1).length();
                sentenceTags.add(tags.get(Math.floorMod(words.get(i).hashCode() + before, tags.size())));
            }
            examples.add(Example.of(words, sentenceTags));
        }
        return examples;
    }

    /** A sentence that holds every tag, so that taggers of learned tags know them, in this order. */
    static <T> Example<T> withAll(List<T> tags) {
        return Example.of(of(5, tags.size()).get(0), tags);
    }

    /** The names t0, t1, and so on. */
    static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }
}
