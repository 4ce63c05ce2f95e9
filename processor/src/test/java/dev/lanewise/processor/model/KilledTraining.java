package dev.lanewise.processor.model;

import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Every;
import dev.lanewise.runtime.train.Schedule;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingException;
import dev.lanewise.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;

/** The process that {@link KilledTrainingTest} kills: a training with everything that a checkpoint has to hold. */
public final class KilledTraining {

    static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Killed",
            "@Embedding(dim = 20, dropout = 0.1f) @CharLstm(embedding = 7, hidden = 9, bidirectional = true)"
                    + " @Lstm(hidden = 17, layers = 2, bidirectional = true, dropout = 0.3f) @Linear");

    /** Exit code of a training that ended with a message. */
    static final int REFUSED = 3;

    private KilledTraining() {}

    static Trainer<Object, TextTagger<Object>> trainer(Model<TextTagger<Object>> type) {
        List<Object> tags = List.copyOf(Sentences.names(5));
        Trainer<Object, TextTagger<Object>> trainer = type.trainer();
        return trainer.optimizer(Adam.learningRate(0.01f).weightDecay(1e-4f))
                .schedule(Schedule.cosine(0.5f))
                .epochs(6)
                .patience(4)
                .batchWords(40)
                .clip(1f)
                .averageWeights(0.9f)
                .wordDropout(0.1f)
                .labelSmoothing(0.05f)
                .seed(3)
                .threads(2)
                .development(Sentences.tagged(Sentences.many(12, 10), tags));
    }

    static TextTagger<Object> fit(Trainer<Object, TextTagger<Object>> trainer) {
        return trainer.fit(Sentences.tagged(Sentences.many(11, 60), List.copyOf(Sentences.names(5))));
    }

    /**
     * Trains, prints a line for each batch, and saves the model.
     *
     * @param arguments the directory of the checkpoints, and the file of the model
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Model<TextTagger<Object>> type = new Model<>(Class.forName(SOURCE.modelName()));
        Trainer<Object, TextTagger<Object>> trainer = trainer(type)
                .checkpoint(Path.of(arguments[0]), Every.batches(1))
                .listener(new TrainingListener() {
                    @Override
                    public void batch(int epoch, long wordsDone, long words, double loss) {
                        System.out.println(epoch + " " + wordsDone);
                    }
                });
        try {
            type.save(fit(trainer), Path.of(arguments[1]));
        } catch (TrainingException e) {
            System.out.println(e.getMessage());
            System.exit(REFUSED);
        }
    }
}
