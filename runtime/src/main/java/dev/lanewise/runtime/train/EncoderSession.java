package dev.lanewise.runtime.train;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.EncoderType;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.Packing;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.Pass;
import dev.lanewise.runtime.model.RunStates;
import dev.lanewise.runtime.model.Worker;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A training loop for an encoder: the loss is the caller's, who gives its gradient with respect to the hidden states. Gradients
 * add up until {@link #zeroGrad}. A session begins in training mode, as a PyTorch module does: what the declaration says of dropout
 * is done, with new masks in each {@link #forward}, until {@link #eval} is called. A session belongs to one thread.
 *
 * @param <M> the generated class
 */
public final class EncoderSession<M> {

    private final EncoderType<M> type;
    private final ParameterSet parameters;
    private final Network network;
    private final Optimizer optimizer;
    private final Descent descent;
    private final Worker worker;
    private boolean backwardIsDue;
    private boolean training = true;
    private long seed = 1;
    private long forwards;

    /** A session with fresh weights. */
    public EncoderSession(EncoderType<M> type, Initializer initializer, Optimizer optimizer) {
        this.type = type;
        this.parameters = fresh(type, initializer);
        this.network = type.maker().network(parameters);
        this.optimizer = optimizer;
        this.descent = new Descent(parameters, network, optimizer);
        this.worker = new Worker(type.spec(), Vocabularies.ofTags(List.of()), network);
        worker.batch().learn();
    }

    /** A model with fresh weights, without a session. */
    public static <M> M create(EncoderType<M> type, Initializer initializer) {
        return type.of(fresh(type, initializer));
    }

    private static ParameterSet fresh(EncoderType<?> type, Initializer initializer) {
        ParameterSet parameters = new ParameterSet(type.spec(), EncoderType.SIZES);
        initializer.fill(parameters);
        return parameters;
    }

    /** What the dropout masks depend on, beside the number of the forward pass; default 1. */
    public EncoderSession<M> seed(long value) {
        seed = value;
        return this;
    }

    /** From the next {@link #forward} on, dropout is done: {@code model.train()}. */
    public void train() {
        training = true;
    }

    /** From the next {@link #forward} on, nothing is dropped, as when the model encodes: {@code model.eval()}. */
    public void eval() {
        training = false;
    }

    /** Sets all gradients to zero. */
    public void zeroGrad() {
        descent.gradients().clear();
    }

    /**
     * Runs a batch from zero states.
     *
     * @param inputs each {@code [time][dim]}, at least one step
     * @return the last layer's hidden states of each sequence, {@code [time][directions x hidden]}
     */
    public List<float[][]> forward(List<float[][]> inputs) {
        worker.batch().clear();
        Sequence.ofVectors(inputs).forEach(worker.batch()::add);
        return run();
    }

    /**
     * Runs a batch from given states.
     *
     * @param inputs each {@code [time][dim]}, at least one step
     * @param states the state that each sequence starts from
     * @return the last layer's hidden states of each sequence, {@code [time][directions x hidden]}
     */
    public List<float[][]> forward(List<float[][]> inputs, List<EncoderState> states) {
        if (states.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    inputs.size() + " sequences, but " + states.size() + " states: give one for each");
        }
        worker.batch().clear();
        for (int i = 0; i < inputs.size(); i++) {
            RunStates.check(worker.pass().runs(), states.get(i));
            worker.batch().add(Sequence.of(inputs.get(i)), states.get(i));
        }
        return run();
    }

    private List<float[][]> run() {
        int size = worker.batch().size();
        if (training) {
            worker.batch()
                    .dropout()
                    .start(seed, forwards, IntStream.range(0, size).toArray(), size);
        } else {
            worker.batch().dropout().stop();
        }
        forwards++;
        worker.forward();
        backwardIsDue = true;
        Pass pass = worker.pass();
        return rows(pass.hidden(), pass.hiddenStride(), pass.hiddenSize());
    }

    private List<float[][]> rows(float[] matrix, int stride, int columns) {
        Packing packing = worker.batch().words();
        float[][][] all = new float[packing.sequences()][][];
        for (int s = 0; s < all.length; s++) {
            all[s] = new float[packing.length(packing.place(s))][columns];
            for (int t = 0; t < all[s].length; t++) {
                System.arraycopy(matrix, packing.row(s, t) * stride, all[s][t], 0, columns);
            }
        }
        return List.of(all);
    }

    /** The state after each sequence of the batch: {@code (h_n, c_n)}. */
    public List<EncoderState> states() {
        Packing packing = worker.batch().words();
        EncoderState[] states = new EncoderState[packing.sequences()];
        Arrays.setAll(states, s -> RunStates.last(worker.pass().runs(), packing, s));
        return List.of(states);
    }

    /**
     * Adds the gradients of a loss.
     *
     * @param outputGradients the loss's gradient with respect to what {@link #forward} returned, in the same shape
     * @throws IllegalStateException if no batch went forward since the last call
     */
    public void backward(List<float[][]> outputGradients) {
        if (!backwardIsDue) {
            throw new IllegalStateException("call forward before backward, and backward once for each forward");
        }
        Packing packing = worker.batch().words();
        Pass pass = worker.pass();
        float[] into = pass.hiddenGradient();
        for (int s = 0; s < packing.sequences(); s++) {
            float[][] rows = outputGradients.get(s);
            for (int t = 0; t < packing.length(packing.place(s)); t++) {
                System.arraycopy(rows[t], 0, into, packing.row(s, t) * pass.hiddenStride(), pass.hiddenSize());
            }
        }
        pass.backward(descent.gradients());
        backwardIsDue = false;
    }

    /** After {@link #backward}: the gradients of the inputs, {@code [time][dim]} for each sequence. */
    public List<float[][]> inputGradients() {
        Pass pass = worker.pass();
        return rows(
                pass.inputGradient(), pass.inputStride(), type.spec().features().vectors());
    }

    /** After {@link #backward}: the gradients of the states that the sequences started from. */
    public List<EncoderState> stateGradients() {
        Packing packing = worker.batch().words();
        EncoderState[] states = new EncoderState[packing.sequences()];
        Arrays.setAll(states, s -> RunStates.initialGradient(worker.pass().runs(), packing, s));
        return List.of(states);
    }

    /** Moves the parameters along their gradients. */
    public void step() {
        descent.step(optimizer.learningRate(), 1f, false, Team.ALONE);
    }

    /** A copy of a parameter, row-major. */
    public float[] parameter(String name) {
        return parameters.get(name).copy();
    }

    /** Replaces a parameter. */
    public void parameter(String name, float[] values) {
        parameters.get(name).set(values);
        network.repack();
    }

    /** A copy of a parameter's gradient, row-major. */
    public float[] gradient(String name) {
        return descent.gradients().get(name).copy();
    }

    /** The state-dict names of all parameters, in order. */
    public List<String> parameterNames() {
        return parameters.all().stream().map(p -> p.name()).toList();
    }

    /** The model as it is now; later steps do not change it. */
    public M model() {
        return type.of(parameters.copy());
    }
}
