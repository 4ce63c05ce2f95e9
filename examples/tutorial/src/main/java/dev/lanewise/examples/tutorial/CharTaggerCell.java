package dev.lanewise.examples.tutorial;

import dev.lanewise.examples.tutorial.PosTagger.Tag;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingListener;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The tutorial's exercise: the tagger reads characters as well. Trained by the runtime's own loop, from its own seed. */
final class CharTaggerCell {

    private final PrintStream out;

    CharTaggerCell(PrintStream out) {
        this.out = out;
    }

    void run() {
        Trainer<Tag, CharPosTaggerModel> trainer = CharPosTaggerModel.trainer()
                .optimizer(Sgd.learningRate(0.1f))
                .epochs(300)
                .batchSize(1)
                .shuffle(false)
                .seed(1)
                .listener(new Losses());
        List<String> words = TrainingData.firstSentence();
        out.println("Scores before training:");
        out.println(
                TensorText.matrix(trainer.session(TrainingData.EXAMPLES).model().scores(words)));
        CharPosTaggerModel model = trainer.fit(TrainingData.EXAMPLES);
        out.println("Scores after training:");
        out.println(TensorText.matrix(model.scores(words)));
        out.println(words + " -> " + model.tag(words));
    }

    private final class Losses implements TrainingListener {
        @Override
        public void epoch(EpochReport report) {
            if (report.epoch() == 1 || report.epoch() % 100 == 0) {
                out.printf(Locale.ROOT, "epoch %3d: loss %.4f%n", report.epoch(), report.loss());
            }
        }
    }
}
