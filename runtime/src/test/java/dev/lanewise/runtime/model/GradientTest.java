package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.LookupKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gradients: those of lookup tables hold only the rows that occurred; others are cleared when they are next asked for. */
class GradientTest {

    private static final int DIM = 3;
    private static final int STRIDE = 8;
    private static final int SHARDS = 3;

    private static Gradient ofTable(int entries) {
        return of(ParameterSpec.Rows.LOOKUP, 0, entries);
    }

    private static Gradient ofWeights(int rows) {
        return of(ParameterSpec.Rows.FIXED, rows, 1);
    }

    private static Gradient of(ParameterSpec.Rows rows, int fixed, int entries) {
        ModelSpec spec = ModelSpec.of("M", "@Linear", FeatureSpec.ofText().lookup("words", LookupKind.WORD, 0, 1, true))
                .parameter("t", "@Embedding", fixed, rows, DIM, STRIDE, Init.normal())
                .build();
        return new GradientSet(new ParameterSet(spec, new Sizes(List.of(entries), List.of()))).at(0);
    }

    /** Adds random numbers to random rows, of which some occur again, and the same to a table without padding. */
    private static float[] add(Random random, Gradient to, int entries) {
        float[] all = new float[entries * DIM];
        for (int i = 0; i < entries / 2; i++) {
            int row = random.nextInt(entries);
            float[] numbers = {0f, random.nextFloat() - 0.5f, random.nextFloat(), -random.nextFloat()};
            to.addRow(row, numbers, 1);
            for (int c = 0; c < DIM; c++) {
                all[row * DIM + c] += numbers[1 + c];
            }
        }
        return all;
    }

    @Test
    void rowsAddUpInTheOrderOfTheGradients() {
        int entries = 60;
        Random random = new Random(5);
        List<Gradient> shards =
                IntStream.range(0, SHARDS).mapToObj(s -> ofTable(entries)).toList();
        Gradient sum = shards.get(0);
        for (int step = 0; step < 5; step++) {
            sum.clear();
            float[] expected = new float[entries * DIM];
            for (Gradient shard : shards) {
                float[] numbers = add(random, shard, entries);
                for (int i = 0; i < numbers.length; i++) {
                    expected[i] += numbers[i];
                }
            }
            List<Gradient> others = shards.subList(1, SHARDS);
            others.forEach(sum::takeNewRows);
            int middle = sum.extent() / 2;
            for (Gradient other : others) {
                sum.take(other, middle, sum.extent());
                sum.take(other, 0, middle);
            }
            others.forEach(Gradient::clear);
            assertArrayEquals(expected, sum.copy(), "step " + step);
        }
    }

    @Test
    void rangesAreScaledAndMeasured() {
        Gradient gradient = ofTable(10);
        for (int row : new int[] {7, 2, 5}) {
            gradient.addRow(row, new float[] {row, 1f, 0f}, 0);
        }
        gradient.scale(1, 3, 2f);
        assertEquals(50 + 20, gradient.squaredNorm(0, 2));
        float[] expected = new float[10 * DIM];
        expected[7 * DIM] = 7f;
        expected[7 * DIM + 1] = 1f;
        expected[2 * DIM] = 4f;
        expected[2 * DIM + 1] = 2f;
        expected[5 * DIM] = 10f;
        expected[5 * DIM + 1] = 2f;
        assertArrayEquals(expected, gradient.copy());
    }

    @Test
    void aClearedGradientIsZeroWhateverItsArrayHolds() {
        Gradient sum = ofWeights(4);
        Gradient other = ofWeights(4);
        float[] live = other.values();
        Arrays.fill(live, 3f);
        sum.take(other, 0, other.extent());
        other.clear();
        sum.take(other, 0, other.extent());
        assertArrayEquals(filled(4 * STRIDE, 3f), sum.values());
        assertEquals(0, other.squaredNorm(0, other.extent()));
        assertArrayEquals(new float[4 * DIM], other.copy());
        assertSame(live, other.values());
        assertArrayEquals(new float[4 * STRIDE], live);
        other.values()[1] = 5f;
        sum.take(other, 0, 2);
        assertArrayEquals(new float[] {3f, 8f, 3f}, Arrays.copyOf(sum.copy(), 3));
        sum.clear();
        sum.take(other, 0, 2);
        assertArrayEquals(new float[] {0f, 5f, 0f}, Arrays.copyOf(sum.copy(), 3));
    }

    private static float[] filled(int size, float number) {
        float[] all = new float[size];
        Arrays.fill(all, number);
        return all;
    }

    @Test
    void memoryIsThatOfTheRowsThatOccurred() {
        Gradient gradient = ofTable(1_000_000);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            gradient.addRow(i * 9_999, new float[DIM], 0);
            rows.add(gradient.touched(i));
        }
        assertEquals(IntStream.range(0, 100).mapToObj(i -> i * 9_999).toList(), rows);
        assertTrue(gradient.values().length <= 200 * STRIDE, gradient.values().length + " numbers");
    }
}
