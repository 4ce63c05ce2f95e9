package dev.lanewise.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference is PyTorch's chain, every one of whose taggings was written out there. */
final class CrfReferenceTest {

    private static final double TOLERANCE = 1e-9;

    private final Golden golden = Golden.read("crf.json");
    private final CrfReference crf = new CrfReference(
            rows(golden.tensor("emissions")),
            golden.tensor("start").data(),
            rows(golden.tensor("transitions")),
            golden.tensor("end").data());
    private final int[] gold = ints(golden.get("gold"));

    @Test
    void valuesAreThoseOfPyTorch() {
        assertEquals(golden.get("log_partition").number(), crf.logPartition(), TOLERANCE);
        assertEquals(golden.get("gold_score").number(), crf.score(gold), TOLERANCE);
        assertEquals(golden.get("nll").number(), crf.loss(gold), TOLERANCE);
    }

    @Test
    void theBestTaggingsAreThoseOfPyTorch() {
        List<int[]> ranked = crf.ranked();
        assertArrayEquals(ints(golden.get("viterbi")), ranked.get(0));
        assertEquals(golden.get("viterbi_score").number(), crf.score(ranked.get(0)), TOLERANCE);
        for (int i = 0; i < 2; i++) {
            Golden next = golden.get("next_best").get(i);
            assertArrayEquals(ints(next.get("path")), ranked.get(i + 1));
            assertEquals(next.get("score").number(), crf.score(ranked.get(i + 1)), TOLERANCE);
        }
    }

    @Test
    void gradientsAreThoseOfPyTorch() {
        assertArrayEquals(golden.tensor("marginals").data(), flat(crf.marginals()), TOLERANCE);
        CrfReference.Gradients gradients = crf.gradients(gold);
        assertArrayEquals(golden.tensor("grad_emissions").data(), flat(gradients.emissions()), TOLERANCE);
        assertArrayEquals(golden.tensor("grad_start").data(), gradients.start(), TOLERANCE);
        assertArrayEquals(golden.tensor("grad_transitions").data(), flat(gradients.transitions()), TOLERANCE);
        assertArrayEquals(golden.tensor("grad_end").data(), gradients.end(), TOLERANCE);
    }

    private static int[] ints(Golden numbers) {
        return Arrays.stream(numbers.numbers()).mapToInt(each -> (int) each).toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] rows(Golden.Values tensor) {
        int columns = tensor.shape()[1];
        double[][] rows = new double[tensor.shape()[0]][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(tensor.data(), row * columns, (row + 1) * columns));
        return rows;
    }
}
