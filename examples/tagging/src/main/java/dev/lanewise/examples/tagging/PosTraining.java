package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Schedule;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.List;

/**
 * How the tagger is trained; every default that matters for its accuracy is in this class.
 *
 * @param epochs how often the training data are gone through
 * @param batch sentences a step
 * @param learningRate Adam's, in the first epoch; it falls to 0 in a straight line
 * @param seed what all random choices depend on
 * @param threads how many threads share the work; does not change the result
 */
record PosTraining(int epochs, int batch, float learningRate, long seed, int threads) {

    private static final float CLIP = 5f;
    private static final float UNKNOWN_ALPHA = 0.5f;

    /** The averaged weights remember about a sixth of all steps, and next to nothing of the first weights. */
    private static final float FORGOTTEN = 6f;

    /** For treebanks of thousands of sentences. */
    static PosTraining forCorpus() {
        return new PosTraining(15, 32, 4e-3f, 1, Runtime.getRuntime().availableProcessors());
    }

    /** For a treebank of a few hundred sentences, which needs smaller steps' worth of data. */
    static PosTraining forSmallTreebank() {
        return new PosTraining(15, 8, 2e-3f, 1, Runtime.getRuntime().availableProcessors());
    }

    /** Trains; of several epochs the one that does best on the development data is kept, if there are any. */
    PosTaggerModel fit(List<Example<String>> train, List<Example<String>> dev, TrainingListener listener) {
        Trainer<String, PosTaggerModel> trainer = PosTaggerModel.trainer()
                .optimizer(Adam.learningRate(learningRate).betas(0.9f, 0.99f))
                .schedule(Schedule.linear())
                .clip(CLIP)
                .unknownAlpha(UNKNOWN_ALPHA)
                .averageWeights(decay(train.size()))
                .initializer(Initializer.uniform(seed))
                .seed(seed)
                .epochs(epochs)
                .batchSize(batch)
                .threads(threads)
                .development(dev)
                .listener(listener);
        return trainer.fit(train);
    }

    private float decay(int sentences) {
        long steps = (long) epochs * ((sentences + batch - 1) / batch);
        return Math.max(0f, 1 - FORGOTTEN / steps);
    }
}
