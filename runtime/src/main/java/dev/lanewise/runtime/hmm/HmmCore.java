package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.WordSequence;
import dev.lanewise.runtime.model.Batched;
import dev.lanewise.runtime.model.Batching;
import dev.lanewise.runtime.model.ModelInfo;
import dev.lanewise.runtime.model.Pool;
import dev.lanewise.runtime.model.RowTarget;
import dev.lanewise.runtime.model.TagSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What all generated hidden Markov models do alike: from sentences to results. Immutable and safe to share between threads.
 *
 * @param <T> the type of a tag
 */
public final class HmmCore<T> {

    /** Most states of a sentence: their buffers are below a gigabyte. */
    private static final long MAX_STATES = 1 << 25;

    private final HmmType<T, ?> type;
    private final HmmCounts counts;
    private final TagSet<T> tags;
    private final Lexicon lexicon;
    private final Transitions transitions;
    private final Pool<Worker> workers = new Pool<>(this::worker);
    private final Batching batching;

    HmmCore(HmmType<T, ?> type, HmmCounts counts, TagSet<T> tags) {
        this.type = type;
        this.counts = counts;
        this.tags = tags;
        this.lexicon = new Lexicon(counts, type.suffix(), type.rare());
        this.transitions = Transitions.of(counts, type.order());
        this.batching = Batching.DEFAULT;
    }

    private HmmCore(HmmCore<T> same, Batching batching) {
        this.type = same.type;
        this.counts = same.counts;
        this.tags = same.tags;
        this.lexicon = same.lexicon;
        this.transitions = same.transitions;
        this.batching = batching;
    }

    private Worker worker() {
        return new Worker(type.trellis().apply(transitions));
    }

    /**
     * The same tagger, whose {@code tagAll} shares batches among threads.
     *
     * @param threads how many, the calling one included
     * @throws IllegalArgumentException if there are none
     */
    public HmmCore<T> withThreads(int threads) {
        return new HmmCore<>(this, batching.withThreads(threads));
    }

    /**
     * The same tagger, whose {@code tagAll} reads other windows.
     *
     * @param sentences how many are read together at the most
     * @throws IllegalArgumentException if there are none
     */
    public HmmCore<T> withWindow(int sentences) {
        return new HmmCore<>(this, batching.withWindow(sentences));
    }

    /** The tags of the most probable path. */
    public List<T> tag(Sequence sequence) {
        Worker worker = workers.borrow();
        worker.read(sequence);
        worker.decode();
        List<T> best = worker.tags(sequence.length());
        workers.giveBack(worker);
        return best;
    }

    /** Reads the tags of the most probable paths of many sentences. */
    public Batched<List<T>> allTags() {
        return new Batched<>(batching, batch -> batch.stream().map(this::tag).toList());
    }

    /** The tags of the most probable path, each with its posterior probability, and the path's log-probability. */
    public Tagging<T> tagging(Sequence sequence) {
        Worker worker = workers.borrow();
        worker.read(sequence);
        double score = worker.decode() - worker.sum();
        Tagging<T> result = new Tagging<>(
                worker.tags(sequence.length()), worker.confidences(sequence.length()), Math.min(0, score));
        workers.giveBack(worker);
        return result;
    }

    /** Reads the same of many sentences. */
    public Batched<Tagging<T>> allTaggings() {
        return new Batched<>(
                batching, batch -> batch.stream().map(this::tagging).toList());
    }

    /** Logarithms of the tags' posterior probabilities, {@code [word][tag]}; minus infinity where a tag is impossible. */
    public float[][] scores(Sequence sequence) {
        float[][] scores = new float[sequence.length()][tags.size()];
        scores(sequence, scores);
        return scores;
    }

    /**
     * Writes the same to {@code [word][tag]} of the caller's.
     *
     * @throws IllegalArgumentException if there are too few rows or columns
     */
    public void scores(Sequence sequence, float[][] into) {
        RowTarget.check(into, sequence.length(), tags.size());
        Worker worker = workers.borrow();
        worker.read(sequence);
        worker.sum();
        for (int word = 0; word < sequence.length(); word++) {
            worker.scores(word, into[word]);
        }
        workers.giveBack(worker);
    }

    /** Writes the model to a file, whole or not at all. */
    public void save(Path file) {
        HmmFile.write(file, type.spec(), counts, tags);
    }

    /** The model's declaration, the sizes of its tables, and its vocabulary. */
    public ModelInfo info() {
        return HmmFile.info(type.spec(), counts, tags);
    }

    /** One thread's sentence and buffers. */
    private final class Worker {
        private final Lattice lattice = new Lattice(type.order(), counts.tags());
        private final Trellis trellis;
        private int[] path = new int[0];
        private double[] posteriors = new double[0];

        Worker(Trellis trellis) {
            this.trellis = trellis;
        }

        void read(Sequence sequence) {
            if (!(sequence instanceof WordSequence sentence)) {
                throw new IllegalArgumentException("an @Hmm reads words, not vectors");
            }
            lattice.begin();
            for (String word : sentence.words()) {
                lattice.add(lexicon.of(word));
            }
            lattice.addBoundary();
            if (type.order() == 2 && lattice.pairs() > MAX_STATES) {
                throw new IllegalArgumentException(
                        "a sentence of " + sentence.length() + " words with " + lattice.pairs()
                                + " pairs of candidates is too long for order = 2; split it, or use order = 1");
            }
        }

        double decode() {
            path = path.length < lattice.slots() ? new int[2 * lattice.slots()] : path;
            return trellis.best(lattice, path);
        }

        double sum() {
            int candidates = lattice.first()[lattice.slots()];
            posteriors = posteriors.length < candidates ? new double[2 * candidates] : posteriors;
            return trellis.posteriors(lattice, posteriors);
        }

        List<T> tags(int words) {
            List<T> best = new ArrayList<>(words);
            for (int word = 0; word < words; word++) {
                best.add(tags.tag(lattice.tags()[path[lattice.slot(word)]]));
            }
            return Collections.unmodifiableList(best);
        }

        List<Float> confidences(int words) {
            List<Float> confidences = new ArrayList<>(words);
            for (int word = 0; word < words; word++) {
                confidences.add((float) Math.min(1, posteriors[path[lattice.slot(word)]]));
            }
            return confidences;
        }

        void scores(int word, float[] into) {
            Arrays.fill(into, 0, tags.size(), Float.NEGATIVE_INFINITY);
            int slot = lattice.slot(word);
            for (int i = lattice.first()[slot]; i < lattice.first()[slot + 1]; i++) {
                into[lattice.tags()[i]] = (float) StrictMath.log(Math.min(1, posteriors[i]));
            }
        }
    }
}
