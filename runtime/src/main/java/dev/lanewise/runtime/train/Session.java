package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.TaggerType;
import java.util.ArrayList;
import java.util.List;

/**
 * A training loop in the caller's own hands: the five calls of PyTorch's, one batch at a time.
 *
 * <pre>{@code
 * session.zeroGrad();
 * float[][] scores = session.forward(words);
 * float loss = session.loss(tags);
 * session.backward();
 * session.step();
 * }</pre>
 *
 * Gradients add up until {@link #zeroGrad}. A session begins in training mode, as a PyTorch module does: what the declaration says
 * of dropout is done, with new masks in each {@link #forward}, until {@link #eval} is called. A session belongs to one thread.
 *
 * @param <T> the type of a tag, or the record of the tags of several heads
 * @param <M> the generated class
 */
public final class Session<T, M> {

    private enum Stage {
        START,
        FORWARD,
        LOSS
    }

    private final TaggerType<T, M> type;
    private final Engine<T> engine;
    private final Optimizer optimizer;
    private final long seed;
    private final LabelSmoothing labelSmoothing;
    private final MissCost missCost;
    private boolean training = true;
    private long forwards;
    private List<Sequence> sequences = List.of();
    private Stage stage = Stage.START;

    Session(
            TaggerType<T, M> type,
            Engine<T> engine,
            Optimizer optimizer,
            long seed,
            LabelSmoothing labelSmoothing,
            MissCost missCost) {
        this.type = type;
        this.engine = engine;
        this.optimizer = optimizer;
        this.seed = seed;
        this.labelSmoothing = labelSmoothing;
        this.missCost = missCost;
    }

    /** From the next {@link #forward} on, dropout is done: {@code model.train()}. */
    public void train() {
        training = true;
    }

    /** From the next {@link #forward} on, nothing is dropped, as when the model tags: {@code model.eval()}. */
    public void eval() {
        training = false;
    }

    /** Sets all gradients to zero: {@code model.zero_grad()}. */
    public void zeroGrad() {
        engine.gradients().clear();
    }

    /**
     * Runs one sentence forward.
     *
     * @return log-probabilities, {@code [word][tag]}
     */
    public float[][] forward(List<String> words) {
        return forward(List.of(Sequence.of(words))).get(0);
    }

    /**
     * Runs one sequence of vectors forward.
     *
     * @return log-probabilities, {@code [step][tag]}
     */
    public float[][] forward(float[][] inputs) {
        return forward(List.of(Sequence.of(inputs))).get(0);
    }

    /**
     * Runs a batch forward.
     *
     * @return log-probabilities of each sequence, {@code [word][tag]}, in the order given; of several heads those of the first one
     * @throws IllegalArgumentException if the batch or one of its sequences is empty
     */
    public List<float[][]> forward(Iterable<? extends Sequence> batch) {
        List<Sequence> list = new ArrayList<>();
        boolean empty = true;
        for (Sequence sequence : batch) {
            list.add(sequence);
            empty = sequence.length() == 0;
            if (empty) {
                break;
            }
        }
        if (empty) {
            throw new IllegalArgumentException("a batch needs at least one sequence, and each of them a word");
        }
        sequences = list;
        engine.load(list, numbers(list.size()));
        for (int i = 0; i < engine.active(); i++) {
            if (training) {
                engine.shard(i).startDropout(seed, forwards);
            } else {
                engine.shard(i).stopDropout();
            }
            engine.shard(i).forward();
        }
        forwards++;
        stage = Stage.FORWARD;
        return scores(0);
    }

    /**
     * What one of several heads says of the batch that went forward.
     *
     * @param of the component of the record that it gives
     * @return log-probabilities of each sequence, {@code [word][tag]}, in the order of the batch
     * @throws IllegalArgumentException if no head gives it; the message lists those that there are
     * @throws IllegalStateException if no batch went forward, or it went backward already
     */
    public List<float[][]> logProbabilities(String of) {
        require(stage != Stage.START, "call forward before logProbabilities, and backward after it");
        return scores(engine.heads().number(of));
    }

    private List<float[][]> scores(int number) {
        for (int i = 0; i < engine.active(); i++) {
            engine.shard(i).head(number).infer();
        }
        List<float[][]> scores = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            scores.add(scores(i, number));
        }
        return scores;
    }

    private static int[] numbers(int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    private float[][] scores(int sequence, int number) {
        Shard<T> shard = engine.shard(engine.shardOf(sequence));
        Head head = shard.head(number);
        float[][] rows = new float[sequences.get(sequence).length()][head.tags()];
        for (int t = 0; t < rows.length; t++) {
            int row = shard.batch().words().row(engine.numberInShard(sequence), t);
            head.logProbabilities(row, rows[t]);
        }
        return rows;
    }

    /**
     * The loss of the one sequence that went forward: {@code nn.NLLLoss}, the mean over its words, label smoothing and the cost
     * of misses taken into account if the trainer says so; of several heads the sum of their losses by their weights.
     *
     * @param tags the gold tags
     * @throws IllegalArgumentException if their number is not that of the words, or the training data lacked one of them
     * @throws IllegalStateException if no batch went forward
     */
    public float loss(List<T> tags) {
        List<List<T>> one = List.of(tags);
        return loss((Iterable<List<T>>) one);
    }

    /**
     * The loss of the batch that went forward: {@code nn.NLLLoss}, the mean over its words.
     *
     * @param tags the gold tags of each sequence
     * @throws IllegalArgumentException if they do not fit the batch
     * @throws IllegalStateException if no batch went forward
     */
    public float loss(Iterable<? extends List<T>> tags) {
        require(stage == Stage.FORWARD, "call forward before loss");
        List<List<T>> gold = new ArrayList<>();
        for (List<T> tagsOfOne : tags) {
            gold.add(tagsOfOne);
        }
        check(gold);
        engine.gold(gold);
        float scale = 1f / engine.words();
        for (int i = 0; i < engine.active(); i++) {
            engine.shard(i).loss(scale, labelSmoothing, missCost);
        }
        stage = Stage.LOSS;
        return (float) engine.meanLoss();
    }

    private void check(List<List<T>> gold) {
        if (gold.size() != sequences.size()) {
            throw new IllegalArgumentException(
                    "the batch has " + sequences.size() + " sequences, but tags were given for " + gold.size());
        }
        for (int i = 0; i < gold.size(); i++) {
            if (gold.get(i).size() != sequences.get(i).length()) {
                throw new IllegalArgumentException(
                        "sequence " + i + " has " + sequences.get(i).length() + " words, but "
                                + gold.get(i).size() + " tags");
            }
        }
    }

    /**
     * Adds the gradients of the loss: {@code loss.backward()}.
     *
     * @throws IllegalStateException if {@link #loss} was not called before, or this was called for it already
     */
    public void backward() {
        require(stage == Stage.LOSS, "call loss before backward, and backward once for each loss");
        // The last one first, of which the caches still hold most.
        for (int i = engine.active() - 1; i >= 0; i--) {
            engine.shard(i).backward(engine.gradientsOf(i));
        }
        engine.reduce(Team.ALONE);
        stage = Stage.START;
    }

    /** Moves the parameters along their gradients: {@code optimizer.step()}. */
    public void step() {
        engine.descent().step(optimizer.learningRate(), 1f, false, Team.ALONE);
        stage = Stage.START;
    }

    /**
     * Scales the gradients so that their global norm does not exceed a bound, as {@code clip_grad_norm_}; between
     * {@link #backward} and {@link #step}.
     *
     * @return the norm before
     */
    public double clip(float maxNorm) {
        Ranges.positive("maxNorm", maxNorm);
        double norm = engine.descent().norm(Team.ALONE);
        engine.descent().scale(Descent.clipFactor(norm, maxNorm), Team.ALONE);
        return norm;
    }

    /**
     * A copy of a parameter, row-major.
     *
     * @param name its state-dict name, for example {@code lstm.weight_ih_l0}
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public float[] parameter(String name) {
        return engine.parameters().get(name).copy();
    }

    /**
     * Replaces a parameter.
     *
     * @throws IllegalArgumentException if there is none of that name, or the number of values is not that of its shape
     */
    public void parameter(String name, float[] values) {
        engine.parameters().get(name).set(values);
        engine.network().repack();
    }

    /**
     * A copy of a parameter's gradient, row-major, of the parameter's shape.
     *
     * @param name its state-dict name
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public float[] gradient(String name) {
        return engine.gradients().get(name).copy();
    }

    /** The state-dict names of all parameters, in order. */
    public List<String> parameterNames() {
        return engine.parameters().all().stream().map(p -> p.name()).toList();
    }

    /** The model as it is now; later steps do not change it. */
    public M model() {
        return type.of(
                engine.vocabularies(), engine.heads(), engine.parameters().copy());
    }

    private static void require(boolean condition, String remedy) {
        if (!condition) {
            throw new IllegalStateException(remedy);
        }
    }
}
