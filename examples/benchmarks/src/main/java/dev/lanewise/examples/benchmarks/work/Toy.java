package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.ToyTagger.Tag;
import dev.lanewise.examples.benchmarks.model.ToyTaggerModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.util.List;

/** Workload W1: the tutorial's tagger, its two sentences and its 300 epochs. */
public final class Toy {

    /** The five words that are tagged. */
    public static final List<String> SENTENCE = List.of("The", "dog", "ate", "the", "apple");

    /** The training data of the tutorial. */
    public static final List<Example<Tag>> EXAMPLES = List.of(
            Example.of(SENTENCE, List.of(Tag.DET, Tag.NN, Tag.V, Tag.DET, Tag.NN)),
            Example.of(List.of("Everybody", "read", "that", "book"), List.of(Tag.NN, Tag.V, Tag.DET, Tag.NN)));

    /** How often the two sentences are gone through. */
    public static final int EPOCHS = 300;

    private static final double FLOPS = Flops.lstm(6, 6) + Flops.linear(6, 3);

    private Toy() {}

    private static Trainer<Tag, ToyTaggerModel> trainer() {
        return ToyTaggerModel.trainer().initializer(Initializer.pytorch(1)).optimizer(Sgd.learningRate(0.1f));
    }

    /** Trains a tagger from fresh weights. */
    static ToyTaggerModel train() {
        return trainer().epochs(EPOCHS).batchSize(1).shuffle(false).fit(EXAMPLES);
    }

    /** A training session with fresh weights. */
    public static Session<Tag, ToyTaggerModel> session() {
        return trainer().session(EXAMPLES);
    }

    static Workload training(String name) {
        double words = EPOCHS * 9.0;
        return new Workload(name, Unit.MILLIS, words, Flops.TRAINING * words * FLOPS, () -> Toy::train);
    }

    static Workload tagging(String name) {
        return new Workload(name, Unit.MICROS, 5, 5 * FLOPS, () -> {
            ToyTaggerModel model = train();
            return () -> model.tag(SENTENCE);
        });
    }
}
