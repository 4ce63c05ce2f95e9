package dev.lanewise.examples.tagging.task;

import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Schedule;
import dev.lanewise.runtime.train.Trainer;

/**
 * How a tagger is trained; every default that matters for its accuracy is in this class.
 *
 * @param epochs how often the training data are gone through
 * @param batch sentences a step
 * @param learningRate Adam's, in the first epoch; it falls to 0 in a straight line
 * @param missCost what a missed span costs more than a word that is wrongly found, in nats; 0 where tags are no spans
 * @param seed what all random choices depend on
 * @param threads how many threads share the work; does not change the result
 */
public record Recipe(int epochs, int batch, float learningRate, float missCost, long seed, int threads) {

    private static final float CLIP = 5f;
    private static final float UNKNOWN_ALPHA = 0.5f;

    /** The averaged weights remember about a sixth of all steps, and next to nothing of the first weights. */
    private static final float FORGOTTEN = 6f;

    /** For tags of words, on thousands of sentences. */
    static Recipe forTags() {
        return of(15, 32, 4e-3f, 0f);
    }

    /** For chunks, which are rarer than words: more epochs of smaller steps. */
    static Recipe forChunks() {
        return of(25, 16, 2e-3f, 0f);
    }

    /** For entities: rarer still, and missed more often than wrongly found unless a miss costs more. */
    static Recipe forEntities() {
        return of(20, 16, 2e-3f, 1f);
    }

    /** For a treebank of a few hundred sentences, which needs smaller steps' worth of data. */
    public static Recipe forSmallTreebank() {
        return of(15, 8, 2e-3f, 0f);
    }

    private static Recipe of(int epochs, int batch, float learningRate, float missCost) {
        return new Recipe(
                epochs, batch, learningRate, missCost, 1, Runtime.getRuntime().availableProcessors());
    }

    /** The same with another seed. */
    Recipe withSeed(long other) {
        return new Recipe(epochs, batch, learningRate, missCost, other, threads);
    }

    /** Sets a trainer. */
    <T, M> Trainer<T, M> set(Trainer<T, M> trainer, int sentences) {
        return trainer.optimizer(Adam.learningRate(learningRate).betas(0.9f, 0.99f))
                .schedule(Schedule.linear())
                .clip(CLIP)
                .unknownAlpha(UNKNOWN_ALPHA)
                .missCost(missCost)
                .averageWeights(decay(sentences))
                .initializer(Initializer.uniform(seed))
                .seed(seed)
                .epochs(epochs)
                .batchSize(batch)
                .threads(threads);
    }

    private float decay(int sentences) {
        long steps = (long) epochs * ((sentences + batch - 1) / batch);
        return Math.max(0f, 1 - FORGOTTEN / steps);
    }
}
