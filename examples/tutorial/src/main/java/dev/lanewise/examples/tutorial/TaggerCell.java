package dev.lanewise.examples.tutorial;

import dev.lanewise.examples.tutorial.PosTagger.Tag;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.random.TorchRandom;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tutorial's cells on the tagger: prepare the data, create the model, train it in a loop of one's own. */
final class TaggerCell {

    private static final int EPOCHS = 300;

    private final TorchRandom random;
    private final PrintStream out;

    TaggerCell(TorchRandom random, PrintStream out) {
        this.random = random;
        this.out = out;
    }

    PosTaggerModel run() {
        Session<Tag, PosTaggerModel> session = PosTaggerModel.trainer()
                .optimizer(Sgd.learningRate(0.1f))
                .initializer(Initializer.pytorch(random))
                .session(TrainingData.EXAMPLES);
        printWordNumbers(session.model().info().vocabularies().get("word_embeddings"));
        out.println("Scores before training:");
        out.println(TensorText.matrix(session.forward(TrainingData.firstSentence())));
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            float loss = train(session);
            if (epoch == 1 || epoch % 100 == 0) {
                out.printf(Locale.ROOT, "epoch %3d: loss %.4f%n", epoch, loss);
            }
        }
        PosTaggerModel model = session.model();
        float[][] scores = model.scores(TrainingData.firstSentence());
        out.println("Scores after training:");
        out.println(TensorText.matrix(scores));
        out.println(TensorText.argmax(scores));
        out.println(TrainingData.firstSentence() + " -> " + model.tag(TrainingData.firstSentence()));
        return model;
    }

    /** One epoch; normally nobody would do 300 of them, but these are toy data. Returns the mean of the losses. */
    private static float train(Session<Tag, PosTaggerModel> session) {
        float sum = 0;
        for (Example<Tag> example : TrainingData.EXAMPLES) {
            // Gradients add up: clear them out before each sentence.
            session.zeroGrad();
            session.forward(example.words());
            sum += session.loss(example.tags());
            session.backward();
            session.step();
        }
        return sum / TrainingData.EXAMPLES.size();
    }

    /** The tutorial's {@code word_to_ix}, which the session has learned from the data. */
    private void printWordNumbers(Vocabulary words) {
        out.println(IntStream.range(0, words.size())
                .mapToObj(id -> "'" + words.word(id) + "': " + id)
                .collect(Collectors.joining(", ", "{", "}")));
    }
}
