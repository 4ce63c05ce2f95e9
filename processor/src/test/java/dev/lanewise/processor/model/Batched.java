package dev.lanewise.processor.model;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.testing.Golden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** PyTorch's tensors {@code [time][batch][size]} and {@code [runs][batch][size]}, taken apart sequence by sequence. */
final class Batched {

    private final Golden run;
    private final int[] lengths;

    Batched(Golden run) {
        this.run = run;
        int[] shape = run.tensor("input").shape();
        this.lengths = run.keys().contains("lengths")
                ? Arrays.stream(run.get("lengths").numbers())
                        .mapToInt(length -> (int) length)
                        .toArray()
                : new int[] {shape[0]};
    }

    /** The sequences of the batch, each {@code [time][size]}, without padding. */
    List<float[][]> sequences(String key) {
        return IntStream.range(0, lengths.length)
                .mapToObj(i -> floats(slice(key, i, lengths[i])))
                .toList();
    }

    /** All numbers of all sequences, one sequence after the other, without padding. */
    double[] ragged(String key) {
        return IntStream.range(0, lengths.length)
                .mapToObj(i -> slice(key, i, lengths[i]))
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The states that the sequences start from. */
    List<EncoderState> states() {
        return IntStream.range(0, lengths.length)
                .mapToObj(i -> run.keys().contains("c0")
                        ? EncoderState.of(floats(state("h0", i)), floats(state("c0", i)))
                        : EncoderState.of(floats(state("h0", i))))
                .toList();
    }

    /** One sequence's state of all runs; nothing if the layers have no such state. */
    double[] stateNumbers(String key, int sequence) {
        return Arrays.stream(state(key, sequence))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** All sequences' states, one sequence after the other. */
    double[] allStates(String key) {
        return IntStream.range(0, lengths.length)
                .mapToObj(i -> stateNumbers(key, i))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private double[][] state(String key, int sequence) {
        return !run.keys().contains(key)
                ? new double[0][]
                : slice(key, sequence, run.tensor(key).shape()[0]);
    }

    private double[][] slice(String key, int sequence, int rows) {
        Golden.Values tensor = run.tensor(key);
        int size = tensor.shape()[2];
        List<double[]> slices = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int from = (row * tensor.shape()[1] + sequence) * size;
            slices.add(Arrays.copyOfRange(tensor.data(), from, from + size));
        }
        return slices.toArray(double[][]::new);
    }

    private static float[][] floats(double[][] rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                floats[r][i] = (float) rows[r][i];
            }
        }
        return floats;
    }
}
