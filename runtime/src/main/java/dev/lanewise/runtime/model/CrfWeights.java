package dev.lanewise.runtime.model;

import dev.lanewise.runtime.lane.ScalarMath;
import java.util.List;
import java.util.Optional;

/**
 * The scores of a linear-chain CRF as its kernels read them: exponentials, shifted so that the largest is one, zero for what is
 * impossible, every row padded with zeros to whole vectors. The tensors are those of pytorch-crf.
 */
public final class CrfWeights implements Packed {

    private final Parameter start;
    private final Parameter end;
    private final Parameter transitions;
    private final TagScheme scheme;
    private final List<String> names;
    private final int tags;
    private final int stride;
    private final Chain chain;
    private final Optional<Chain> present;
    private final float[] startWeights;
    private final float[] endWeights;
    private final float[] forward;
    private final float[] backward;
    private double startShift;
    private double endShift;
    private double shift;

    /**
     * Takes three consecutive parameters of a set.
     *
     * @param parameters the model's parameters
     * @param first the index of the start scores; those of the end and of the transitions follow
     * @param stride the number of tags, padded to whole vectors
     * @param scheme which tags may stand beside each other
     * @param names the names of the tags
     * @throws IllegalArgumentException if the names are not of the scheme
     */
    public CrfWeights(ParameterSet parameters, int first, int stride, TagScheme scheme, List<String> names) {
        scheme.check(names);
        this.start = parameters.all().get(first);
        this.end = parameters.all().get(first + 1);
        this.transitions = parameters.all().get(first + 2);
        this.scheme = scheme;
        this.names = List.copyOf(names);
        this.tags = names.size();
        this.stride = stride;
        this.chain = new Chain(tags);
        this.present = Optional.of(chain);
        this.startWeights = new float[stride];
        this.endWeights = new float[stride];
        this.forward = new float[Math.multiplyExact(tags, stride)];
        this.backward = new float[tags * stride];
    }

    /** Rebuilds what is derived from the parameters. */
    @Override
    public void repack() {
        copy(start, chain.start());
        copy(end, chain.end());
        copy(transitions, chain.transitions());
        chain.constrain(scheme, names);
        startShift = Chain.largest(chain.start());
        endShift = Chain.largest(chain.end());
        shift = Chain.largest(chain.transitions());
        for (int i = 0; i < tags; i++) {
            startWeights[i] = weight(chain.start()[i], startShift);
            endWeights[i] = weight(chain.end()[i], endShift);
            for (int j = 0; j < tags; j++) {
                float weight = weight(chain.transitions()[i * tags + j], shift);
                forward[i * stride + j] = weight;
                backward[j * stride + i] = weight;
            }
        }
    }

    private static void copy(Parameter from, double[] to) {
        float[] values = from.values();
        for (int i = 0; i < to.length; i++) {
            to[i] = values[i];
        }
    }

    /** What is possible keeps a weight above zero, however small: some tag can always follow. */
    private static float weight(double score, double largest) {
        if (score == Double.NEGATIVE_INFINITY) {
            return 0f;
        }
        return Math.max(ScalarMath.exp((float) (score - largest)), Float.MIN_NORMAL);
    }

    /** The scores themselves, for decoding. */
    public Optional<Chain> chain() {
        return present;
    }

    /** Weights of the first tag, padded. */
    public float[] start() {
        return startWeights;
    }

    /** Weights of the last tag, padded. */
    public float[] end() {
        return endWeights;
    }

    /** Weights of transitions, {@code [before][tag]}, rows padded. */
    public float[] forward() {
        return forward;
    }

    /** Weights of transitions, {@code [tag][before]}, rows padded. */
    public float[] backward() {
        return backward;
    }

    /** What the shifts of the weights take away from the log-partition of a sequence. */
    double shift(int length) {
        return startShift + (length - 1) * shift + endShift;
    }
}
