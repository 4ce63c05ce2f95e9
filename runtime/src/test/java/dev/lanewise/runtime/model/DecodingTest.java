package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.CrfReference;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Viterbi and its list are compared with every tagging written out. */
final class DecodingTest {

    private static final double FORBIDDEN = Double.NEGATIVE_INFINITY;

    @Property(tries = 300)
    void theListOfAChainIsThatOfAllTaggings(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(min = 2, max = 4) int tags) {
        Random random = new Random(seed);
        float[][] scores = scores(random, words, tags, 1);
        Chain chain = new Chain(tags);
        for (double[] each : List.of(chain.start(), chain.transitions(), chain.end())) {
            Arrays.setAll(each, i -> random.nextInt(6) == 0 ? FORBIDDEN : (float) random.nextGaussian());
        }
        compare(new StubHead(scores, tags, Optional.of(chain)), reference(scores, chain), random);
    }

    @Property(tries = 300)
    void theListOfIndependentTagsIsThatOfAllTaggings(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(min = 2, max = 4) int tags) {
        Random random = new Random(seed);
        float[][] scores = scores(random, words, tags, 1);
        compare(new StubHead(scores, tags, Optional.empty()), reference(scores, new Chain(tags)), random);
    }

    /** Whole numbers make many taggings equal. */
    @Property(tries = 200)
    void equalTaggingsComeInOneOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int words,
            @ForAll @IntRange(min = 2, max = 3) int tags) {
        Random random = new Random(seed);
        float[][] scores = new float[words][tags];
        for (float[] row : scores) {
            for (int i = 0; i < tags; i++) {
                row[i] = random.nextInt(2);
            }
        }
        Chain chain = new Chain(tags);
        Arrays.setAll(chain.transitions(), i -> random.nextInt(2));
        compare(new StubHead(scores, tags, Optional.of(chain)), reference(scores, chain), random);
        compare(new StubHead(scores, tags, Optional.empty()), reference(scores, new Chain(tags)), random);
    }

    private static void compare(StubHead head, CrfReference reference, Random random) {
        List<int[]> ranked = reference.ranked();
        int n = 1 + random.nextInt(ranked.size() + 3);
        List<NBest.Path> paths = new NBest(head, 0, n).paths();
        assertEquals(Math.min(n, ranked.size()), paths.size());
        for (int i = 0; i < paths.size(); i++) {
            assertArrayEquals(ranked.get(i), paths.get(i).tags());
            assertEquals(reference.score(ranked.get(i)), paths.get(i).score(), 1e-9);
            assertEquals(
                    PathScore.of(head, 0, paths.get(i).tags()), paths.get(i).score(), 0);
        }
        if (!ranked.isEmpty()) {
            int[] best = Arrays.copyOf(new Decoder().best(head, 0), ranked.get(0).length);
            assertArrayEquals(ranked.get(0), best);
        }
    }

    @Test
    void anEmptySentenceHasOneTagging() {
        for (Optional<Chain> chain : List.of(Optional.of(new Chain(2)), Optional.<Chain>empty())) {
            StubHead head = new StubHead(new float[0][2], 2, chain);
            List<NBest.Path> paths = new NBest(head, 0, 3).paths();
            assertEquals(1, paths.size());
            assertEquals(0, paths.get(0).tags().length);
            assertEquals(0, paths.get(0).score(), 0);
            new Decoder().best(head, 0);
        }
    }

    @Test
    void scoresThatAreNoNumbersDoNoHarm() {
        float[][] scores = {{Float.NaN, 1f}, {0f, Float.NaN}};
        Decoder decoder = new Decoder();
        for (Optional<Chain> chain : List.of(Optional.of(new Chain(2)), Optional.<Chain>empty())) {
            StubHead head = new StubHead(scores, 2, chain);
            assertTrue(decoder.best(head, 0).length >= 2);
            assertTrue(new NBest(head, 0, 3).paths().size() <= 3);
        }
    }

    @Test
    void aLongSentenceIsDecodedInDoublePrecision() {
        int words = 20_000;
        float[][] scores = new float[words][];
        Arrays.setAll(scores, t -> t % 2 == 0 ? new float[] {100f, 100f + 1e-4f} : new float[] {100f + 1e-4f, 100f});
        StubHead head = new StubHead(scores, 2, Optional.of(new Chain(2)));
        int[] path = new Decoder().best(head, 0);
        assertTrue(IntStream.range(0, words).allMatch(t -> path[t] == 1 - t % 2));
    }

    private static float[][] scores(Random random, int words, int tags, float spread) {
        float[][] scores = new float[words][tags];
        for (float[] row : scores) {
            for (int i = 0; i < tags; i++) {
                row[i] = (float) random.nextGaussian() * spread;
            }
        }
        return scores;
    }

    private static CrfReference reference(float[][] scores, Chain chain) {
        int tags = chain.tags();
        double[][] emissions = Arrays.stream(scores)
                .map(row -> IntStream.range(0, tags).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
        double[][] transitions = IntStream.range(0, tags)
                .mapToObj(i -> Arrays.copyOfRange(chain.transitions(), i * tags, (i + 1) * tags))
                .toArray(double[][]::new);
        return new CrfReference(emissions, chain.start(), transitions, chain.end());
    }
}
