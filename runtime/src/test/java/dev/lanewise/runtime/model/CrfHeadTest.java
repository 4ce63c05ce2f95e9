package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.CrfReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What all chains do alike, without a generated class: losses, probabilities and gradients are those of the plain reference. */
final class CrfHeadTest {
    private static final double CLOSE = 2e-5;
    private static final float SCALE = 0.25f;
    private static final List<String> BIO = List.of("O", "B-X", "I-X", "B-Y", "I-Y");

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    private static ParameterSet parameters(List<String> names) {
        ModelSpec spec = ModelSpec.of("M", "@Crf", FeatureSpec.ofVectors(1))
                .parameter("s", "@Crf", 0, ParameterSpec.Rows.TAGS, 0, 0, Init.normal())
                .parameter("e", "@Crf", 0, ParameterSpec.Rows.TAGS, 0, 0, Init.normal())
                .parameter("t", "@Crf", 0, ParameterSpec.Rows.TAGS, ParameterSpec.AS_ROWS, 0, Init.normal())
                .build();
        return new ParameterSet(spec, new Sizes(List.of(), List.of(names)));
    }

    private static void fill(ParameterSet parameters, Random random) {
        for (Parameter each : parameters.all()) {
            float[] values = new float[(int) each.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            each.set(values);
        }
    }

    private static CrfWeights weights(ParameterSet parameters, List<String> names, TagScheme scheme) {
        CrfWeights weights = new CrfWeights(parameters, 0, PlainCrf.stride(names.size()), scheme, names);
        weights.repack();
        return weights;
    }

    private static List<double[][]> batch(Random random, int tags) {
        List<double[][]> batch = new ArrayList<>();
        for (int length : new int[] {3, 5, 1, 3}) {
            batch.add(IntStream.range(0, length)
                    .mapToObj(t -> IntStream.range(0, tags)
                            .mapToDouble(i -> (float) random.nextGaussian())
                            .toArray())
                    .toArray(double[][]::new));
        }
        return batch;
    }

    @Property(tries = 60)
    void lossAndGradientsAreThoseOfTheReference(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int tags) {
        Random random = new Random(seed);
        ParameterSet parameters = parameters(names(tags));
        fill(parameters, random);
        List<double[][]> batch = batch(random, tags);
        PlainCrf head = new PlainCrf(weights(parameters, names(tags), TagScheme.NONE), tags, batch);
        int[] gold = IntStream.range(0, head.words().rows())
                .map(i -> random.nextInt(tags))
                .toArray();
        double loss = head.loss(gold, SCALE);
        GradientSet gradients = new GradientSet(parameters);
        head.addGradients(gradients, 0);
        double expected = 0;
        double[] start = new double[tags];
        double[] end = new double[tags];
        double[] transitions = new double[tags * tags];
        for (int s = 0; s < batch.size(); s++) {
            int sequence = s;
            CrfReference chain = head.reference(s);
            int[] path = IntStream.range(0, batch.get(s).length)
                    .map(t -> gold[head.words().row(sequence, t)])
                    .toArray();
            expected += chain.loss(path);
            CrfReference.Gradients each = chain.gradients(path);
            for (int i = 0; i < tags; i++) {
                start[i] += SCALE * each.start()[i];
                end[i] += SCALE * each.end()[i];
                for (int j = 0; j < tags; j++) {
                    transitions[i * tags + j] += SCALE * each.transitions()[i][j];
                }
                for (int t = 0; t < path.length; t++) {
                    float found = head.gradient()[head.words().row(s, t) * head.stride() + i];
                    assertEquals(SCALE * each.emissions()[t][i], found, CLOSE);
                }
            }
        }
        assertEquals(expected, loss, CLOSE * (1 + expected));
        close(start, gradients.get("s").copy());
        close(end, gradients.get("e").copy());
        close(transitions, gradients.get("t").copy());
    }

    private static void close(double[] expected, float[] found) {
        assertEquals(expected.length, found.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], CLOSE);
        }
    }

    @Property(tries = 60)
    void probabilitiesAreThoseOfTheReference(@ForAll long seed) {
        Random random = new Random(seed);
        ParameterSet parameters = parameters(BIO);
        fill(parameters, random);
        List<double[][]> batch = batch(random, BIO.size());
        PlainCrf head = new PlainCrf(weights(parameters, BIO, TagScheme.BIO), BIO.size(), batch);
        head.infer();
        for (int s = 0; s < batch.size(); s++) {
            CrfReference chain = head.reference(s);
            assertEquals(chain.logPartition(), head.logPartition(s), CLOSE * (1 + Math.abs(chain.logPartition())));
            double[][] marginals = chain.marginals();
            for (int t = 0; t < marginals.length; t++) {
                int row = head.words().row(s, t);
                float[] logarithms = new float[BIO.size()];
                head.logProbabilities(row, logarithms);
                for (int i = 0; i < BIO.size(); i++) {
                    assertEquals(marginals[t][i], head.probability(row, i), 1e-6);
                    assertTrue(logarithms[i] <= 0);
                    assertEquals(marginals[t][i], Math.exp(logarithms[i]), 1e-6);
                }
            }
            // No sentence begins with I.
            assertEquals(0f, head.probability(head.words().row(s, 0), 2));
        }
    }

    @Test
    void probabilitiesNeverExceedOne() {
        ParameterSet parameters = parameters(names(2));
        double[][] one = {{200, 0}, {200, 0}};
        PlainCrf head = new PlainCrf(weights(parameters, names(2), TagScheme.NONE), 2, List.<double[][]>of(one));
        head.infer();
        head.marginals()[0] = 1.0000001f;
        float[] logarithms = new float[2];
        head.logProbabilities(0, logarithms);
        assertEquals(1f, head.probability(0, 0));
        assertArrayEquals(new float[] {0f, Float.NEGATIVE_INFINITY}, logarithms);
    }

    @Property(tries = 60)
    void weightsAreShiftedExponentialsInBothOrders(@ForAll long seed) {
        Random random = new Random(seed);
        ParameterSet parameters = parameters(BIO);
        fill(parameters, random);
        CrfWeights weights = weights(parameters, BIO, TagScheme.BIO);
        Chain chain = weights.chain().orElseThrow();
        int tags = BIO.size();
        int stride = PlainCrf.stride(tags);
        double start = Chain.largest(chain.start());
        double end = Chain.largest(chain.end());
        double between = Chain.largest(chain.transitions());
        for (int i = 0; i < tags; i++) {
            assertEquals(Math.exp(chain.start()[i] - start), weights.start()[i], 1e-6);
            assertEquals(Math.exp(chain.end()[i] - end), weights.end()[i], 1e-6);
            assertEquals(chain.mayStart(i), weights.start()[i] > 0);
            for (int j = 0; j < tags; j++) {
                float forward = weights.forward()[i * stride + j];
                assertEquals(Math.exp(chain.transition(i, j) - between), forward, 1e-6);
                assertEquals(forward, weights.backward()[j * stride + i]);
                assertEquals(chain.mayFollow(i, j), forward > 0);
            }
            for (int j = tags; j < stride; j++) {
                assertEquals(0f, weights.forward()[i * stride + j]);
                assertEquals(0f, weights.backward()[i * stride + j]);
            }
        }
        assertEquals(start + 3 * between + end, weights.shift(4), 1e-9);
    }

    @Test
    void whatIsPossibleKeepsAWeight() {
        ParameterSet parameters = parameters(names(2));
        parameters.get("t").set(new float[] {0, -1e6f, 0, 0});
        CrfWeights weights = weights(parameters, names(2), TagScheme.NONE);
        assertEquals(Float.MIN_NORMAL, weights.forward()[1], 1e-42f);
    }

    @Test
    void namesHaveToBeOfTheScheme() {
        ParameterSet parameters = parameters(names(2));
        assertThrows(IllegalArgumentException.class, () -> new CrfWeights(parameters, 0, 5, TagScheme.BIO, names(2)));
    }
}
