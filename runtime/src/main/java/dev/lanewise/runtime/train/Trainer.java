package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.VectorCoverage;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.eval.Evaluation;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains a tagger. Every setting has a default that suits real text:
 *
 * <pre>{@code
 * PosTaggerModel model = PosTaggerModel.trainer().epochs(15).development(dev).fit(train);
 * }</pre>
 *
 * The same settings and data give the same model, to the bit, on every machine and with any number of threads.
 *
 * @param <T> the type of a tag, or the record of the tags of several heads
 * @param <M> the generated class
 */
public final class Trainer<T, M> {

    private final TaggerType<T, M> type;
    private Optimizer optimizer = Adam.learningRate(2e-3f);
    private Schedule schedule = Schedule.constant();
    private @Nullable Initializer initializer;
    private int epochs = 15;
    private BatchSize batchSize = new BatchSize(32, false);
    private long seed = 1;
    private int threads = 1;
    private boolean shuffle = true;
    private float clip;
    private float unknownAlpha = 0.25f;
    private float wordDropout;
    private LabelSmoothing labelSmoothing = new LabelSmoothing(0f);
    private MissCost missCost = new MissCost(0f);
    private float average;
    private List<Example<T>> development = List.of();
    private HeadMetrics<T> headMetrics;
    private @Nullable DevMetric<T> metric;
    private int patience;
    private TrainerSettings.@Nullable Checkpoints checkpoints;
    private final List<TrainingListener> listeners = new ArrayList<>();
    private final Pretraining pretraining;

    /** A trainer with the default settings; generated classes call this. */
    public Trainer(TaggerType<T, M> type) {
        this.type = type;
        this.headMetrics = new HeadMetrics<>(type.heads());
        this.pretraining = new Pretraining(type.spec());
    }

    /** How parameters move; default Adam with learning rate 0.002. */
    public Trainer<T, M> optimizer(Optimizer value) {
        optimizer = value;
        return this;
    }

    /** How the learning rate goes; default constant. */
    public Trainer<T, M> schedule(Schedule value) {
        schedule = value;
        return this;
    }

    /** The first weights; default {@link Initializer#pytorch} with the seed. */
    public Trainer<T, M> initializer(Initializer value) {
        initializer = value;
        return this;
    }

    /** How often the training data are gone through, at most; default 15. */
    public Trainer<T, M> epochs(int value) {
        Ranges.atLeastOne("epochs", value);
        epochs = value;
        return this;
    }

    /** Sentences a step; default 32. Replaces {@link #batchWords}. */
    public Trainer<T, M> batchSize(int sentences) {
        Ranges.atLeastOne("batchSize", sentences);
        batchSize = new BatchSize(sentences, false);
        return this;
    }

    /**
     * Words a step at most, in place of a number of sentences: with sentences of very different lengths, steps cost alike. A
     * longer sentence is a step of its own. Replaces {@link #batchSize}.
     */
    public Trainer<T, M> batchWords(int words) {
        Ranges.atLeastOne("batchWords", words);
        batchSize = new BatchSize(words, true);
        return this;
    }

    /** What all random choices depend on; default 1. */
    public Trainer<T, M> seed(long value) {
        seed = value;
        return this;
    }

    /** How many threads share the work; default 1. Their number does not change the result. */
    public Trainer<T, M> threads(int value) {
        Ranges.atLeastOne("threads", value);
        threads = value;
        return this;
    }

    /** Whether sentences come in a new order each epoch, those of like length together; default true. */
    public Trainer<T, M> shuffle(boolean value) {
        shuffle = value;
        return this;
    }

    /** The largest global norm of a step's gradients, as {@code clip_grad_norm_}; default none. */
    public Trainer<T, M> clip(float maxNorm) {
        Ranges.positive("maxNorm", maxNorm);
        clip = maxNorm;
        return this;
    }

    /**
     * How often rare words are read as unknown, so that the unknown word is trained: a word seen n times with probability
     * alpha / (alpha + n). Default 0.25, that is a fifth of the words seen once; 0 for never.
     */
    public Trainer<T, M> unknownAlpha(float value) {
        Ranges.notNegative("unknownAlpha", value);
        unknownAlpha = value;
        return this;
    }

    /**
     * How often any word is read as unknown, however frequent it is, beside what {@link #unknownAlpha} does to rare ones; default 0.
     * Its characters are still read, so the model learns to do without the word's own vector (word dropout).
     *
     * @param probability in [0, 1)
     */
    public Trainer<T, M> wordDropout(float probability) {
        Ranges.fraction("wordDropout", probability);
        wordDropout = probability;
        return this;
    }

    /**
     * The share of the likelihood that is spread evenly over all tags, {@code nn.CrossEntropyLoss(label_smoothing=...)} (Szegedy et
     * al. 2016); default 0. The reported loss is the smoothed one.
     *
     * @param share in [0, 1)
     */
    public Trainer<T, M> labelSmoothing(float share) {
        labelSmoothing = new LabelSmoothing(share);
        return this;
    }

    /**
     * What a missed span costs more than a word that is wrongly found, so that recall rises at the price of precision: while training,
     * the score of the tag {@code O} is raised by so much on the words of spans, and what is learned has to outweigh it. This is the
     * softmax-margin of Gimpel and Smith (2010) with the recall-oriented cost of Mohit et al. (2012). Worth a look where the training
     * data hold fewer spans than the text that is to be tagged, or where precision is well above recall. The reported loss includes
     * it.
     *
     * @param nats 0 (the default) for none; 1 to 3 are usual
     */
    public Trainer<T, M> missCost(float nats) {
        missCost = new MissCost(nats);
        return this;
    }

    /**
     * Keeps an exponential moving average of the weights, which is evaluated and becomes the model:
     * {@code torch.optim.swa_utils.AveragedModel} with {@code get_ema_multi_avg_fn(decay)}.
     *
     * @param decay the share of the average that stays at each step, in [0, 1); 0.999 suits thousands of steps, 0.99 hundreds.
     *     Default 0, that is none
     */
    public Trainer<T, M> averageWeights(float decay) {
        Ranges.fraction("decay", decay);
        average = decay;
        return this;
    }

    /** Data to evaluate after each epoch; the model of the epoch with the best {@link #metric} is kept. */
    public Trainer<T, M> development(List<Example<T>> examples) {
        development = List.copyOf(examples);
        return this;
    }

    /**
     * What epochs are judged by on the development data; default {@link DevMetric#accuracy}, of several heads the {@link
     * DevMetric#mean} of theirs. Replaces {@link #judgedBy}.
     */
    public Trainer<T, M> metric(DevMetric<T> value) {
        metric = value;
        return this;
    }

    /**
     * Which of several heads choose the best epoch, and so decide on early stopping: the one whose {@link #headMetric} is to be
     * best, or the mean of some. Default all. Replaces {@link #metric}.
     *
     * @param heads the components of the record that they give
     * @throws IllegalArgumentException if there is no such head, none or one twice is named, or the tagger has only one
     */
    public Trainer<T, M> judgedBy(String... heads) {
        headMetrics = headMetrics.judgedBy(List.of(heads));
        metric = null;
        return this;
    }

    /**
     * What one of several heads is judged by on the development data, for reports, logs and {@link #judgedBy}; default {@link
     * DevMetric#accuracy}.
     *
     * @param head the component of the record that it gives
     * @param value judges the tags of that component
     * @throws IllegalArgumentException if there is no such head, or the tagger has only one
     */
    public Trainer<T, M> headMetric(String head, DevMetric<Object> value) {
        headMetrics = headMetrics.with(head, value);
        return this;
    }

    private DevMetric<T> judge() {
        return metric == null ? headMetrics.whole() : metric;
    }

    /**
     * Stops when the {@link #metric} has not been better than its best for so many epochs in a row; needs {@link #development}
     * data. Default 0, that is never.
     */
    public Trainer<T, M> patience(int epochsWithoutRise) {
        Ranges.notNegative("patience", epochsWithoutRise);
        patience = epochsWithoutRise;
        return this;
    }

    /**
     * Stores the state of the training now and then, so that one that was killed goes on from there when it is started again
     * with the same settings and data: to the very bits of an undisturbed one. The file {@code checkpoint.safetensors} is
     * replaced as a whole; its predecessor stays valid until then. It is written at the end too, so a training that was
     * complete gives its model at once; delete the file to train again.
     *
     * @param directory one for this training alone; made if it is not there
     * @param every how often
     */
    public Trainer<T, M> checkpoint(Path directory, Every every) {
        checkpoints = new TrainerSettings.Checkpoints(directory, every);
        return this;
    }

    /**
     * Word vectors that a table begins with. The words of the file that are not in the training data are known to the trained model
     * as well, with the vectors of the file; a word without an entry is looked for in lower case, then with its digits as 0 or #.
     * The model's file holds all that was read ({@link Vectors#read(Path, int)} bounds it); training holds the table twice, and three
     * times with {@link #averageWeights}. Checkpoints hold only what is learned.
     *
     * <p>Vectors are tuned: those of the training words are learned further, all others stay as they are. {@link Vectors#frozen}
     * ones all stay, and training words without a vector are read as unknown.
     *
     * @param table the {@code name} of an {@code @Embedding}, by default {@code word_embeddings}
     * @throws IllegalArgumentException if there is no such {@code @Embedding}, or its {@code dim} is not that of the vectors
     */
    public Trainer<T, M> vectors(String table, Vectors vectors) {
        pretraining.add(table, vectors);
        return this;
    }

    /**
     * How many words of the training data have a vector, by which form they are found: a report for each table that {@link
     * #vectors} were given for.
     *
     * @return by the name of the table, in the order of the declaration
     */
    public Map<String, VectorCoverage> coverage(List<Example<T>> examples) {
        return pretraining.coverage(examples);
    }

    /** Somebody to tell how it goes. */
    public Trainer<T, M> listener(TrainingListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Trains a model.
     *
     * @throws IllegalArgumentException if there are no examples, if they are not of the kind that the model reads, if there is
     *     word dropout but no entry for unknown words, a cost of misses but no tag O, or if a setting needs development data and there are none
     * @throws TrainingException if loss or weights are no numbers any more, or a checkpoint cannot be written or is one of another
     *     training; holds the best model so far
     * @throws dev.lanewise.runtime.file.ModelFormatException if a checkpoint is damaged
     */
    public M fit(List<Example<T>> examples) {
        return type.maker().model(train(examples, checkpoints));
    }

    private TaggerCore<T> train(List<Example<T>> examples, TrainerSettings.@Nullable Checkpoints stored) {
        if (wordDropout > 0 && !canReadAsUnknown()) {
            throw new IllegalArgumentException(
                    "wordDropout reads words as unknown, but this model has no entry for unknown words:"
                            + " take unknown = false away from @Embedding, or wordDropout from the trainer");
        }
        Engine<T> engine = engine(examples);
        ParameterSet weights = new Fit<>(type, settings(stored), engine, examples).run();
        return type.core(engine.vocabularies(), engine.heads(), weights);
    }

    /**
     * Trains k models with these settings, each on all folds but one, and evaluates each on the fold that it has not seen.
     * {@link #development} data, where there are any, choose each model's epoch; the fold itself does not. The same settings,
     * data and k give the same folds and results. Listeners are told of all trainings, one after the other; checkpoints of each
     * go to a directory of their own in that of {@link #checkpoint}, so a killed cross-validation goes on too.
     *
     * @param folds k, from 2 to the number of sentences; 10 is usual
     * @throws IllegalArgumentException as {@link #fit}, or if k is out of range
     */
    public CrossValidation<T> crossValidate(List<Example<T>> examples, int folds) {
        List<Evaluation> evaluations = new ArrayList<>();
        List<Double> metrics = new ArrayList<>();
        SortedMap<Integer, List<T>> predictedAt = new TreeMap<>();
        for (CrossValidation.Fold<T> fold : CrossValidation.folds(examples, folds, seed)) {
            TaggerCore<T> core = train(fold.train(), ofFold(evaluations.size() + 1));
            List<List<T>> predicted =
                    core.tagAll(fold.test().stream().map(Example::sequence).toList());
            evaluations.add(
                    Evaluation.of(fold.test(), predicted, type.spec().features().known(core.vocabularies())));
            metrics.add(judge().value(fold.test(), predicted));
            for (int i = 0; i < predicted.size(); i++) {
                predictedAt.put(fold.indices().get(i), predicted.get(i));
            }
        }
        return new CrossValidation<>(evaluations, metrics, List.copyOf(predictedAt.values()));
    }

    private TrainerSettings.@Nullable Checkpoints ofFold(int fold) {
        return checkpoints == null
                ? null
                : new TrainerSettings.Checkpoints(checkpoints.directory().resolve("fold-" + fold), checkpoints.every());
    }

    /**
     * A session with fresh weights, for a loop of the caller's own. Of this trainer's settings it takes the optimizer, the
     * initializer, the seed, the label smoothing and the cost of misses.
     *
     * @param examples the data that vocabularies and tags are learned from
     */
    public Session<T, M> session(List<Example<T>> examples) {
        return new Session<>(type, engine(examples), optimizer, seed, labelSmoothing, missCost);
    }

    private boolean canReadAsUnknown() {
        return type.spec().features().lookups().stream().anyMatch(lookup -> lookup.isWord() && lookup.unknown());
    }

    private Engine<T> engine(List<Example<T>> examples) {
        Initializer start = initializer == null ? Initializer.pytorch(seed) : initializer;
        return Learning.engine(type, examples, pretraining, start, optimizer, missCost);
    }

    private TrainerSettings<T> settings(TrainerSettings.@Nullable Checkpoints stored) {
        return new TrainerSettings<>(
                optimizer,
                schedule,
                epochs,
                batchSize,
                shuffle,
                seed,
                threads,
                clip,
                unknownAlpha,
                wordDropout,
                labelSmoothing,
                missCost,
                average,
                development,
                judge(),
                headMetrics,
                patience,
                stored,
                listeners);
    }
}
