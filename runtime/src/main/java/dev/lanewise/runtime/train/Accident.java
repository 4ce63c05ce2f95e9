package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Batch;
import dev.lanewise.runtime.model.Gradient;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.ParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds where numbers stopped being numbers: the first layer, in the order in which they are computed. */
final class Accident {

    private Accident() {}

    /** The first parameter that holds a NaN or an infinity. */
    static Optional<String> inWeights(ParameterSet parameters) {
        for (Parameter parameter : parameters.all()) {
            if (!isFinite(parameter.values(), parameter.values().length)) {
                return Optional.of("the weights " + named(parameter.spec()) + " are no numbers any more");
            }
        }
        return Optional.empty();
    }

    /** The first parameter whose gradient holds a NaN or an infinity. */
    static Optional<String> inGradients(GradientSet gradients) {
        for (Gradient gradient : gradients.all()) {
            if (!isFinite(gradient.values(), gradient.count())) {
                ParameterSpec spec = gradient.parameter().spec();
                return Optional.of("the gradients of " + named(spec) + " are no numbers any more");
            }
        }
        return Optional.empty();
    }

    /**
     * What a shard computed without numbers from good weights. Inside an LSTM this cannot be, since gates and states are bounded.
     *
     * @param inputs the size of a dense input vector
     */
    static Optional<String> inActivations(Shard<?> shard, Heads<?> heads, int inputs, ParameterSet parameters) {
        Batch batch = shard.batch();
        int rows = batch.words().rows();
        if (!isFinite(batch.vectors(), rows * inputs)) {
            return Optional.of("the input vectors are no numbers");
        }
        List<Parameter> all = parameters.all();
        String last = all.get(all.size() - 1).spec().annotation();
        return IntStream.range(0, heads.size())
                .filter(number -> !isFinite(shard.head(number), rows))
                .mapToObj(number -> heads.types().get(number).whose())
                .findFirst()
                .map(whose -> "the scores of " + (whose.isEmpty() ? last : "@Linear" + whose)
                        + " are no numbers, so its weights are too large");
    }

    private static String named(ParameterSpec spec) {
        return spec.name() + " of " + spec.annotation();
    }

    private static boolean isFinite(Head head, int rows) {
        for (int row = 0; row < rows; row++) {
            for (int tag = 0; tag < head.tags(); tag++) {
                if (!Float.isFinite(head.scores()[row * head.stride() + tag])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Zero times a finite number is zero, times any other NaN, which stays in a sum. */
    private static boolean isFinite(float[] values, int count) {
        float a = 0f;
        float b = 0f;
        float c = 0f;
        float d = 0f;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a += values[i] * 0f;
            b += values[i + 1] * 0f;
            c += values[i + 2] * 0f;
            d += values[i + 3] * 0f;
        }
        for (; i < count; i++) {
            a += values[i] * 0f;
        }
        return a + b + c + d == 0f;
    }
}
