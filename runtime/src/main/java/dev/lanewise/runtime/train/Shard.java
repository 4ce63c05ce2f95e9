package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.Batch;
import dev.lanewise.runtime.model.Chain;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Packing;
import dev.lanewise.runtime.model.Worker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fixed part of a batch, which one thread takes through the model: forward, negative log-likelihood, backward.
 *
 * @param <T> what stands for a word
 */
final class Shard<T> {

    private final Worker worker;
    private final List<GoldTags<T>> tags = new ArrayList<>();
    private final List<List<T>> gold = new ArrayList<>();
    private int[] sentences = new int[16];
    private int[] ids = new int[16];
    private final double[] losses;
    private double loss;

    Shard(Worker worker, Heads<T> heads) {
        this.worker = worker;
        worker.batch().learn();
        for (HeadType<T, ?> head : heads.types()) {
            tags.add(new GoldTags<>(head));
        }
        losses = new double[tags.size()];
    }

    void clear() {
        worker.batch().clear();
        gold.clear();
    }

    /** Adds a sequence and the number it has in the training data. */
    void add(Sequence sequence, int sentence) {
        int place = size();
        if (place == sentences.length) {
            sentences = Arrays.copyOf(sentences, 2 * place);
        }
        sentences[place] = sentence;
        worker.batch().add(sequence);
    }

    /** Adds the tags of the next sequence. */
    void addGold(List<T> sequenceTags) {
        gold.add(sequenceTags);
    }

    private int size() {
        return worker.batch().size();
    }

    Batch batch() {
        return worker.batch();
    }

    Head head(int number) {
        return worker.pass().heads().get(number);
    }

    int[] sentences() {
        return sentences;
    }

    /** Drops what the declaration says in the coming pass, by masks that depend on the seed and the epoch. */
    void startDropout(long seed, long epoch) {
        worker.batch().dropout().start(seed, epoch, sentences, size());
    }

    /** Drops nothing any more. */
    void stopDropout() {
        worker.batch().dropout().stop();
    }

    void forward() {
        worker.forward();
    }

    /**
     * Sums the negative log-likelihoods of the gold tags, those of each head by its weight, in the order of the heads, which keep
     * their gradients for the backward pass.
     *
     * @param scale what each word's loss counts: one over the words of the whole batch
     * @param smoothing what is taken from the gold tags
     * @param missCost what missed spans cost more
     */
    void loss(float scale, LabelSmoothing smoothing, MissCost missCost) {
        loss = 0;
        for (int number = 0; number < tags.size(); number++) {
            Head head = head(number);
            HeadType<T, ?> type = tags.get(number).head();
            int[] goldIds = goldIds(number);
            missCost.apply(head, goldIds, type.tags().names());
            float weighted = scale * type.weight();
            losses[number] = smoothing.apply(head.loss(goldIds, weighted), head, weighted);
            loss += type.weight() * losses[number];
        }
    }

    /** The gold tag of every packed row for one head. */
    private int[] goldIds(int number) {
        Packing words = worker.batch().words();
        if (ids.length < words.rows()) {
            ids = new int[Math.max(words.rows(), 2 * ids.length)];
        }
        GoldTags<T> ofHead = tags.get(number);
        Optional<Chain> chain = head(number).chain();
        for (int s = 0; s < gold.size(); s++) {
            List<T> sequence = gold.get(s);
            for (int t = 0; t < sequence.size(); t++) {
                ids[words.row(s, t)] = ofHead.id(sequence.get(t), sentences[s], t);
            }
            if (chain.isPresent()) {
                ofHead.check(chain.get(), ids, words, s, sentences[s]);
            }
        }
        return ids;
    }

    double loss() {
        return loss;
    }

    /** The loss of one head, before its weight. */
    double loss(int head) {
        return losses[head];
    }

    void backward(GradientSet into) {
        worker.pass().backward(into);
    }
}
