package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What all generated taggers do alike: from sequences to results. Immutable and safe to share between threads.
 *
 * @param <T> the type of a tag
 */
public final class TaggerCore<T> {

    /** What a reader needs: tags alone, or their probabilities too, which cost more under a chain. */
    private static final boolean TAGS = false;

    private static final boolean PROBABILITIES = true;

    private final ModelSpec spec;
    private final Vocabularies vocabularies;
    private final Reading<T> reading;
    private final ParameterSet parameters;
    private final Network network;
    private final WorkerPool workers;
    private final Batching batching;

    /** A tagger of parameters that do not change any more; its word cache takes a 32nd of the largest heap, 16 to 256 MiB, at the most. */
    public TaggerCore(
            ModelSpec spec, Vocabularies vocabularies, Heads<T> heads, ParameterSet parameters, Network network) {
        this(
                spec,
                heads.name(vocabularies),
                heads.reading(),
                parameters,
                network,
                workers(spec, vocabularies, network, TokenCache.defaultBytes()),
                Batching.DEFAULT);
    }

    private TaggerCore(
            ModelSpec spec,
            Vocabularies vocabularies,
            Reading<T> reading,
            ParameterSet parameters,
            Network network,
            WorkerPool workers,
            Batching batching) {
        this.spec = spec;
        this.vocabularies = vocabularies;
        this.reading = reading;
        this.parameters = parameters;
        this.network = network;
        this.workers = workers;
        this.batching = batching;
    }

    private static WorkerPool workers(ModelSpec spec, Vocabularies vocabularies, Network network, long cacheBytes) {
        // A token of several texts would need all of them for a key.
        boolean words = spec.features().text() && spec.features().columns().isEmpty();
        int numbers = words ? network.tokenSize() : 0;
        TokenCache cache = numbers > 0 && cacheBytes > 0 ? new TokenCache(numbers, cacheBytes) : null;
        return new WorkerPool(spec, vocabularies, network, cache);
    }

    /**
     * The same tagger with an empty word cache of another size.
     *
     * @param bytes the memory it may take; 0 for none
     * @throws IllegalArgumentException if it is negative
     */
    public TaggerCore<T> withWordCache(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a word cache of " + bytes + " bytes: give at least 0, which is none");
        }
        return with(reading, workers(spec, vocabularies, network, bytes), batching);
    }

    /**
     * The same tagger, sharing its word cache, whose {@code tagAll} shares batches among threads.
     *
     * @param threads how many, the calling one included
     * @throws IllegalArgumentException if there are none
     */
    public TaggerCore<T> withThreads(int threads) {
        return with(reading, workers, batching.withThreads(threads));
    }

    /**
     * The same tagger, sharing its word cache, whose {@code tagAll} reads other windows.
     *
     * @param sentences how many are read together at the most
     * @throws IllegalArgumentException if there are none
     */
    public TaggerCore<T> withWindow(int sentences) {
        return with(reading, workers, batching.withWindow(sentences));
    }

    private <P> TaggerCore<P> with(Reading<P> other, WorkerPool pool, Batching how) {
        return new TaggerCore<>(spec, vocabularies, other, parameters, network, pool, how);
    }

    /**
     * The same tagger, sharing its word cache, as one that gives the tags of one head alone.
     *
     * @param <P> the type of that head's tags, which the caller knows
     * @param number the number of the head, of a tagger that gives records
     */
    public <P> TaggerCore<P> head(int number) {
        return with(reading.<P>head(number), workers, batching);
    }

    /** The best tag of each word. */
    public List<T> tag(Sequence sequence) {
        Worker worker = run(sequence, TAGS);
        List<T> best = reading.best(worker, 0);
        workers.giveBack(worker);
        return best;
    }

    /** The best tags of each sequence, in the order given. */
    public List<List<T>> tagAll(List<? extends Sequence> sequences) {
        return allTags().list(sequences, sequence -> sequence);
    }

    /** Reads the best tags of many sequences. */
    public Batched<List<T>> allTags() {
        return new Batched<>(batching, batch -> all(batch, TAGS, reading::best));
    }

    /** The best tag of each word with its probability. */
    public Tagging<T> tagging(Sequence sequence) {
        Worker worker = run(sequence, PROBABILITIES);
        Tagging<T> result = reading.tagging(worker, 0);
        workers.giveBack(worker);
        return result;
    }

    /** The best tags of each sequence with their probabilities, in the order given. */
    public List<Tagging<T>> taggings(List<? extends Sequence> sequences) {
        return allTaggings().list(sequences, sequence -> sequence);
    }

    /** Reads the best tags of many sequences with their probabilities. */
    public Batched<Tagging<T>> allTaggings() {
        return new Batched<>(batching, batch -> all(batch, PROBABILITIES, reading::tagging));
    }

    /**
     * Log-probabilities, {@code [word][tag]}.
     *
     * @throws IllegalStateException if the tagger gives records: scores are those of one {@link #head}
     */
    public float[][] scores(Sequence sequence) {
        float[][] scores =
                new float[sequence.length()][reading.ofOneHead().tags().size()];
        scores(sequence, scores);
        return scores;
    }

    /**
     * Writes log-probabilities to {@code [word][tag]} of the caller's.
     *
     * @throws IllegalArgumentException if there are too few rows or columns
     * @throws IllegalStateException if the tagger gives records: scores are those of one {@link #head}
     */
    public void scores(Sequence sequence, float[][] into) {
        HeadReading<T> ofHead = reading.ofOneHead();
        RowTarget.check(into, sequence.length(), ofHead.tags().size());
        if (sequence.length() > 0) {
            Worker worker = run(sequence, PROBABILITIES);
            Head head = ofHead.head(worker);
            for (int t = 0; t < sequence.length(); t++) {
                head.logProbabilities(head.words().row(0, t), into[t]);
            }
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
        ModelFile.write(file, spec, vocabularies, parameters);
    }

    /** The model's layers, parameters and vocabularies. */
    public ModelInfo info() {
        return ModelInfo.of(spec, vocabularies, parameters);
    }

    /** The vocabularies it was trained with, and its tags. */
    public Vocabularies vocabularies() {
        return vocabularies;
    }

    private interface Reader<R> {
        R read(Worker worker, int sequence);
    }

    /** Runs what a reader needs. */
    private void forward(Worker worker, boolean probabilities) {
        worker.forward();
        if (probabilities) {
            reading.infer(worker.pass());
        }
    }

    /** A worker that one sequence has gone through; to be given back. */
    private Worker run(Sequence sequence, boolean probabilities) {
        Worker worker = workers.borrow();
        worker.batch().add(sequence);
        forward(worker, probabilities);
        return worker;
    }

    private <R> List<R> all(List<Sequence> batch, boolean probabilities, Reader<R> reader) {
        Worker worker = workers.borrow();
        batch.forEach(worker.batch()::add);
        forward(worker, probabilities);
        List<R> results = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            results.add(reader.read(worker, i));
        }
        workers.giveBack(worker);
        return results;
    }

    /**
     * The n best taggings of a sequence, best first; fewer if there are not so many.
     *
     * @throws IllegalArgumentException if n is below 1
     */
    public List<Tagging<T>> nBest(Sequence sequence, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n is " + n + ": ask for at least one tagging");
        }
        Worker worker = run(sequence, PROBABILITIES);
        List<Tagging<T>> results = reading.nBest(worker, 0, n);
        workers.giveBack(worker);
        return results;
    }
}
