package dev.lanewise.processor.model;

import dev.lanewise.processor.model.TwoHeads.Tags;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;

/** A model with two heads that every JVM has to train to the same bits, as those of {@link TrainedModel}. */
final class TrainedHeads {

    static final Source<TwoHeads> SOURCE = Source.heads(
            "Trained_HEADS",
            TwoHeads.class,
            "@Embedding(dim = 20) @CharLstm(embedding = 7, hidden = 9) @Lstm(hidden = 17, bidirectional = true)"
                    + " @Linear(of = \"upos\", decoder = Decoder.VITERBI, dropout = 0.2f)"
                    + " @Linear(of = \"xpos\", weight = 0.5f, dropout = 0.2f) @Crf(of = \"xpos\")");

    private static final String NAME = "HEADS";

    private TrainedHeads() {}

    /** Trains and prints. */
    static void train(Path directory) throws ReflectiveOperationException {
        Model<TwoHeads> type = new Model<>(Class.forName(SOURCE.modelName()));
        TwoHeads model = null;
        for (int threads : TrainedModel.THREADS) {
            Trainer<Tags, TwoHeads> trainer = type.trainer();
            TwoHeads trained = trainer.optimizer(Adam.learningRate(0.01f))
                    .epochs(TrainedModel.EPOCHS)
                    .batchSize(TrainedModel.SENTENCES)
                    .seed(3)
                    .threads(threads)
                    .fit(Sentences.tagged(Sentences.many(11, TrainedModel.SENTENCES), Tags.FIVE));
            Path file = directory.resolve(NAME + "-" + threads + ".safetensors");
            type.save(trained, file);
            model = type.load(file);
            TrainedModel.tell(NAME, "model", TrainedModel.read(file));
            TrainedModel.tell(NAME, "scores", TrainedModel.scores(model::scoresUpos));
        }
        for (long cache : new long[] {0, 1 << 20}) {
            TwoHeads tagger = type.withWordCache(model, cache);
            TwoHeads shared = type.with(tagger, "withThreads", 2);
            TrainedModel.tellTaggings(NAME, words -> tagger.tag(words).tags(), tagger::tagAll, shared::tagAll);
        }
    }
}
