package dev.lanewise.examples.soak;

import dev.lanewise.runtime.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up sentences: a few frequent words, many rare ones, and words that nobody has seen. */
final class Text {
    private static final int FREQUENT = 2_000;
    private static final int RARE = 200_000;
    private static final int LONGEST = 60;
    private static final int TAGS = 12;

    private final SplittableRandom random;

    Text(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A sentence of 1 to 60 words; one in five hundred has ten times as many. */
    List<String> sentence() {
        int length = 1 + random.nextInt(LONGEST);
        return words(random.nextInt(500) == 0 ? 10 * length : length);
    }

    private List<String> words(int length) {
        List<String> words = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            words.add(random.nextInt(4) == 0 ? word(random.nextInt(RARE)) : word(random.nextInt(FREQUENT)));
        }
        return List.copyOf(words);
    }

    private static String word(int number) {
        return Integer.toString(number * 7919 + 36, 36);
    }

    /** Sentences with tags that follow from the words and their neighbours. */
    List<Example<String>> examples(int count) {
        return IntStream.range(0, count).mapToObj(i -> example()).toList();
    }

    private Example<String> example() {
        List<String> words = words(5 + random.nextInt(20));
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int before = i == 0 ? 0 : words.get(i - 1).length();
            tags.add("T" + (words.get(i).charAt(0) + before) % TAGS);
        }
        return Example.of(words, tags);
    }
}
