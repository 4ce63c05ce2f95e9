package dev.lanewise.processor.model;

import com.sun.management.ThreadMXBean;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.model.Worker;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import java.lang.management.ManagementFactory;
import java.util.List;

/** A main class that prints how many bytes a warm call of each step allocates; {@link ChildJvmAllocationTest} runs it. */
final class Allocations {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int CALLS = 50;
    private static final int MOST_ROUNDS = 100;
    private static final int SENTENCES = 4;
    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));

    private final TrainedModel name;
    private final Model<TextTagger<Object>> type;
    private final List<Example<Object>> examples = Sentences.tagged(Sentences.many(11, SENTENCES), TAGS);

    private Allocations(TrainedModel name) throws ReflectiveOperationException {
        this.name = name;
        this.type = new Model<>(Class.forName(name.source().modelName()));
    }

    /**
     * Measures one model.
     *
     * @param arguments its name
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        MuchPacked.fromNow();
        Allocations measured = new Allocations(TrainedModel.valueOf(arguments[0]));
        measured.scores();
        measured.trainingStep();
        measured.session();
    }

    private TextTagger<Object> fresh() {
        return type.<Object>trainer().session(examples).model();
    }

    private void scores() {
        TextTagger<Object> model = fresh();
        List<String> words = examples.get(SENTENCES - 1).words();
        Sequence sequence = Sequence.of(words);
        float[][] into = new float[words.size()][TAGS.size()];
        TaggerCore<Object> core = type.core(model);
        print("scores of a sequence", () -> core.scores(sequence, into));
        print("scores of words", () -> model.scores(words, into));
    }

    /** The numeric code of a step without what stands around it. */
    private void trainingStep() {
        TaggerType<Object, TextTagger<Object>> tagger = type.taggerType();
        Vocabularies vocabularies = type.core(fresh()).vocabularies();
        ParameterSet parameters = new ParameterSet(
                tagger.spec(), tagger.sizes(vocabularies, tagger.heads().of(vocabularies)));
        Initializer.pytorch(1).fill(parameters);
        Network network = tagger.maker().network(parameters);
        Worker worker = new Worker(tagger.spec(), vocabularies, network);
        worker.batch().learn();
        GradientSet gradients = new GradientSet(parameters);
        Adam.State optimizer = Adam.learningRate(0.001f).start(gradients);
        int[] gold = new int[examples.stream().mapToInt(Example::length).sum()];
        print("training step", () -> {
            gradients.clear();
            worker.batch().clear();
            for (int i = 0; i < examples.size(); i++) {
                worker.batch().add(examples.get(i).sequence());
            }
            worker.forward();
            worker.pass().heads().get(0).loss(gold, 1f / gold.length);
            worker.pass().backward(gradients);
            optimizer.step(0.001f);
            network.repack();
        });
    }

    /** The five calls; forward hands out new arrays of scores, so it is called but not counted. */
    private void session() {
        Session<Object, TextTagger<Object>> session =
                type.<Object>trainer().optimizer(Adam.learningRate(0.001f)).session(examples);
        List<Sequence> batch = examples.stream().map(Example::sequence).toList();
        List<List<Object>> gold = examples.stream().map(Example::tags).toList();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && bytes > 0; round++) {
            bytes = 0;
            for (int call = 0; call < CALLS; call++) {
                session.zeroGrad();
                session.forward(batch);
                session.loss(gold);
                long before = THREADS.getCurrentThreadAllocatedBytes();
                session.backward();
                session.clip(1f);
                session.step();
                bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
            }
        }
        result("backward, clip and step of a session", bytes);
    }

    /** Calls until nothing is allocated any more, or it is clear that something always is. */
    static void print(String what, Runnable step) {
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && bytes > 0; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < CALLS; call++) {
                step.run();
            }
            bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        result(what, bytes);
    }

    private static void result(String what, long bytesOfAllCalls) {
        System.out.println(ChildJvm.RESULT + what + ": " + bytesOfAllCalls / CALLS);
    }
}
