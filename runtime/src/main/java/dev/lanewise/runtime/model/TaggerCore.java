package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.lane.ScalarMath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What all generated taggers do alike: from sequences to results. Immutable and safe to share between threads.
 *
 * @param <T> the type of a tag
 */
public final class TaggerCore<T> {

    private static final int BATCH = 32;
    private static final int WINDOW = 1024;

    private final ModelSpec spec;
    private final Vocabularies vocabularies;
    private final TagSet<T> tags;
    private final ParameterSet parameters;
    private final WorkerPool workers;

    /** A tagger of parameters that do not change any more. */
    public TaggerCore(
            ModelSpec spec, Vocabularies vocabularies, TagSet<T> tags, ParameterSet parameters, Network network) {
        this.spec = spec;
        this.vocabularies = vocabularies;
        this.tags = tags;
        this.parameters = parameters;
        this.workers = new WorkerPool(() -> new Worker(spec, vocabularies, network));
    }

    /** The best tag of each word. */
    public List<T> tag(Sequence sequence) {
        return one(sequence, (worker, i) -> best(worker, i));
    }

    /** The best tags of each sequence, in the order given. */
    public List<List<T>> tagAll(List<? extends Sequence> sequences) {
        return all(sequences, (worker, i) -> best(worker, i));
    }

    /** The best tag of each word with its probability. */
    public Tagging<T> tagging(Sequence sequence) {
        return one(sequence, (worker, i) -> result(worker, i));
    }

    /** The best tags of each sequence with their probabilities, in the order given. */
    public List<Tagging<T>> taggings(List<? extends Sequence> sequences) {
        return all(sequences, (worker, i) -> result(worker, i));
    }

    /** Log-probabilities, {@code [word][tag]}. */
    public float[][] scores(Sequence sequence) {
        float[][] scores = new float[sequence.length()][tags.size()];
        scores(sequence, scores);
        return scores;
    }

    /**
     * Writes log-probabilities to {@code [word][tag]} of the caller's.
     *
     * @throws IllegalArgumentException if there are too few rows or columns
     */
    public void scores(Sequence sequence, float[][] into) {
        RowTarget.check(into, sequence.length(), tags.size());
        if (sequence.length() > 0) {
            Worker worker = workers.borrow();
            worker.batch().add(sequence);
            worker.forward();
            Pass pass = worker.pass();
            RowTarget.copy(worker, pass.output(), pass.outputStride(), tags.size(), into);
            workers.giveBack(worker);
        }
    }

    /** The encoder's hidden states, {@code [word][directions x hidden]}. */
    public float[][] encode(Sequence sequence) {
        Worker worker = workers.borrow();
        Pass pass = worker.pass();
        float[][] hidden = new float[sequence.length()][pass.hiddenSize()];
        if (sequence.length() > 0) {
            worker.batch().add(sequence);
            worker.forward();
            RowTarget.copy(worker, pass.hidden(), pass.hiddenStride(), pass.hiddenSize(), hidden);
        }
        workers.giveBack(worker);
        return hidden;
    }

    /** Writes the model to a file, whole or not at all. */
    public void save(Path file) {
        ModelFile.write(file, spec, vocabularies, tags.names(), parameters);
    }

    /** The model's layers, parameters and vocabularies. */
    public ModelInfo info() {
        return ModelInfo.of(spec, vocabularies, tags.names(), parameters);
    }

    /** The vocabularies it was trained with. */
    public Vocabularies vocabularies() {
        return vocabularies;
    }

    private interface Reader<R> {
        R read(Worker worker, int sequence);
    }

    private <R> R one(Sequence sequence, Reader<R> reader) {
        Worker worker = workers.borrow();
        worker.batch().add(sequence);
        worker.forward();
        R result = reader.read(worker, 0);
        workers.giveBack(worker);
        return result;
    }

    private <R> List<R> all(List<? extends Sequence> sequences, Reader<R> reader) {
        Object[] results = new Object[sequences.size()];
        Worker worker = workers.borrow();
        for (int from = 0; from < sequences.size(); from += WINDOW) {
            int[] order = byLength(sequences, from, Math.min(sequences.size(), from + WINDOW));
            for (int first = 0; first < order.length; first += BATCH) {
                int count = Math.min(BATCH, order.length - first);
                worker.batch().clear();
                for (int i = 0; i < count; i++) {
                    worker.batch().add(sequences.get(order[first + i]));
                }
                worker.forward();
                for (int i = 0; i < count; i++) {
                    results[order[first + i]] = reader.read(worker, i);
                }
            }
        }
        workers.giveBack(worker);
        @SuppressWarnings("unchecked") // every place holds what the reader gave
        List<R> complete = (List<R>) List.of(results);
        return complete;
    }

    /** The sequences of a window from short to long, so that those of a batch are of like length. */
    private static int[] byLength(List<? extends Sequence> sequences, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) sequences.get(i).length() << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    private List<T> best(Worker worker, int sequence) {
        int length = worker.batch().sequence(sequence).length();
        List<T> best = new ArrayList<>(length);
        for (int t = 0; t < length; t++) {
            best.add(tags.tag(argmax(worker, sequence, t)));
        }
        return Collections.unmodifiableList(best);
    }

    private Tagging<T> result(Worker worker, int sequence) {
        int length = worker.batch().sequence(sequence).length();
        Pass pass = worker.pass();
        List<T> best = new ArrayList<>(length);
        List<Float> confidences = new ArrayList<>(length);
        double score = 0;
        for (int t = 0; t < length; t++) {
            int tag = argmax(worker, sequence, t);
            float logProbability = pass.output()[worker.batch().words().row(sequence, t) * pass.outputStride() + tag];
            best.add(tags.tag(tag));
            confidences.add(Math.min(1f, ScalarMath.exp(logProbability)));
            score += logProbability;
        }
        return new Tagging<>(best, confidences, score);
    }

    private int argmax(Worker worker, int sequence, int step) {
        Pass pass = worker.pass();
        float[] scores = pass.output();
        int at = worker.batch().words().row(sequence, step) * pass.outputStride();
        int best = 0;
        for (int tag = 1; tag < tags.size(); tag++) {
            if (scores[at + tag] > scores[at + best]) {
                best = tag;
            }
        }
        return best;
    }
}
