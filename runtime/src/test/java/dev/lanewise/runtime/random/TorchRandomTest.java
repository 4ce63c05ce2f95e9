package dev.lanewise.runtime.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.testing.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchRandomTest {

    /** Two roundings of a float near 3, the largest normal number in the fixtures. */
    private static final float NORMAL = 5e-7f;

    @Test
    void tutorialPageIsDrawnInOrderFromOneSeed() {
        Golden page = Golden.read("tutorial_page.json");
        TorchRandom random = new TorchRandom(1);
        page.get("lstm_weights").tensors().forEach((name, values) -> assertUniform(random, 3, values.floats(), name));
        page.get("inputs")
                .list()
                .forEach(input -> assertNormal(random, input.tensor().floats(), "input"));
        for (String run : new String[] {"stepped", "whole"}) {
            assertNormal(random, page.get(run).tensor("h0").floats(), run + " h0");
            assertNormal(random, page.get(run).tensor("c0").floats(), run + " c0");
        }
    }

    @Test
    void waitingSineOutlivesTensors() {
        TorchRandom split = new TorchRandom(7);
        float[] first = new float[1];
        float[] block = new float[16];
        float[] second = new float[1];
        split.normal(first, 1);
        split.normal(block, 16);
        split.normal(second, 1);

        TorchRandom together = new TorchRandom(7);
        float[] pair = new float[2];
        together.normal(pair, 2);
        float[] next = new float[16];
        together.normal(next, 16);
        assertArrayEquals(pair, new float[] {first[0], second[0]});
        assertArrayEquals(next, block);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tagger_toy", "char_tagger_toy"})
    void taggersStartWithPyTorchsWeights(String name) {
        TorchRandom random = new TorchRandom(1);
        Map<String, Golden.Values> weights =
                Golden.read(name + ".json").get("f32").get("initial").tensors();
        weights.forEach((parameter, values) -> {
            if (parameter.endsWith("embeddings.weight")) {
                assertNormal(random, values.floats(), parameter);
            } else {
                assertUniform(random, parameter.startsWith("char_lstm") ? 3 : 6, values.floats(), parameter);
            }
        });
    }

    @Test
    void inputsOfTheLstmFixtures() {
        assertInputs("lstm_3x3.json", new TorchRandom(2));
        assertInputs("bilstm_2layer.json", new TorchRandom(4));
    }

    private static void assertInputs(String file, TorchRandom random) {
        for (String input : new String[] {"input", "h0", "c0"}) {
            assertNormal(random, Golden.read(file).get("f32").tensor(input).floats(), file + " " + input);
        }
    }

    @Test
    void twoLayersInBothDirectionsAndTheInputsDrawnBehindThem() {
        TorchRandom random = new TorchRandom(3);
        for (Tensor tensor :
                SafeTensors.read(Golden.file("bilstm_2layer.safetensors")).tensors()) {
            assertUniform(random, 4, tensor.values(), tensor.name());
        }
        assertInputs("bilstm_2layer_packed.json", random);
    }

    @Test
    void onlyTheLow32BitsOfTheSeedCount() {
        float[] small = new float[3];
        float[] large = new float[3];
        new TorchRandom(5).uniform(small, 0, 3, 0, 1);
        new TorchRandom(5 + (9L << 32)).uniform(large, 0, 3, 0, 1);
        assertArrayEquals(small, large);
    }

    @Test
    void partOfAnArrayIsWrittenAndNothingElse() {
        for (int count : new int[] {0, 5, 16, 21}) {
            float[] whole = new float[count];
            new TorchRandom(1).normal(whole, count);
            float[] part = new float[count + 5];
            new TorchRandom(1).normal(part, 3, count);
            for (int i = 0; i < part.length; i++) {
                assertEquals(i < 3 || i >= 3 + count ? 0 : whole[i - 3], part[i], "element " + i + " of " + count);
            }
        }
    }

    @Test
    void wrongArgumentsAreErrors() {
        TorchRandom random = new TorchRandom(1);
        float[] out = new float[4];
        assertThrows(IndexOutOfBoundsException.class, () -> random.uniform(out, 2, 3, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> random.normal(out, 5));
        assertThrows(IllegalArgumentException.class, () -> random.uniform(out, 0, 4, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> random.uniform(out, 0, 4, 0, Float.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> random.uniform(out, 0, 4, Float.NaN, 1));
    }

    private static void assertUniform(TorchRandom random, int fan, float[] expected, String name) {
        float bound = (float) (1 / Math.sqrt(fan));
        float[] drawn = new float[expected.length];
        random.uniform(drawn, 0, drawn.length, -bound, bound);
        assertArrayEquals(expected, drawn, name);
    }

    private static void assertNormal(TorchRandom random, float[] expected, String name) {
        float[] drawn = new float[expected.length];
        random.normal(drawn, drawn.length);
        // Through doubles, short tensors lose nothing; blocks go through float logarithms, sines and cosines.
        assertArrayEquals(expected, drawn, drawn.length < 16 ? 0 : NORMAL, name);
    }
}
