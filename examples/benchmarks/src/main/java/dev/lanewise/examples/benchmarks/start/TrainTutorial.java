package dev.lanewise.examples.benchmarks.start;

import dev.lanewise.examples.benchmarks.model.ToyTagger.Tag;
import dev.lanewise.examples.benchmarks.model.ToyTaggerModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Sgd;
import java.util.List;

/** Trains the tagger of PyTorch's tutorial, 300 epochs, and tags a sentence with it. */
public final class TrainTutorial {

    private TrainTutorial() {}

    /** Ends with code 1 if the trained tagger does not know its training data. */
    public static void main(String[] args) {
        List<String> words = List.of("The", "dog", "ate", "the", "apple");
        List<Tag> tags = List.of(Tag.DET, Tag.NN, Tag.V, Tag.DET, Tag.NN);
        ToyTaggerModel model = ToyTaggerModel.trainer()
                .optimizer(Sgd.learningRate(0.1f))
                .epochs(300)
                .batchSize(1)
                .fit(List.of(
                        Example.of(words, tags),
                        Example.of(
                                List.of("Everybody", "read", "that", "book"),
                                List.of(Tag.NN, Tag.V, Tag.DET, Tag.NN))));
        if (!model.tag(words).equals(tags)) {
            System.exit(1);
        }
    }
}
