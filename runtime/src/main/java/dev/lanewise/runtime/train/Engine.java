package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.model.Worker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes batches through a model and steps its parameters. A batch is cut into shards of at most {@value #SHARD} sentences, dealt
 * out by falling length; gradients are added up in the order of the shards. So the number of threads changes no bit.
 *
 * @param <T> what stands for a word
 */
final class Engine<T> {

    /** Enough rows for whole register tiles, few enough for two threads to share a batch of 32. */
    static final int SHARD = 16;

    private final TaggerType<T, ?> type;
    private final Vocabularies vocabularies;
    private final Heads<T> heads;
    private final ParameterSet parameters;
    private final Network network;
    private final Descent descent;
    private final List<Shard<T>> shards = new ArrayList<>();
    private long[] order = new long[0];

    /** Where each sequence stands in that order. */
    private int[] places = new int[0];

    private int active;
    private int words;

    Engine(
            TaggerType<T, ?> type,
            Vocabularies vocabularies,
            Heads<T> heads,
            ParameterSet parameters,
            Optimizer optimizer) {
        this.type = type;
        this.vocabularies = vocabularies;
        this.heads = heads;
        this.parameters = parameters;
        this.network = type.maker().network(parameters);
        this.descent = new Descent(parameters, network, optimizer);
    }

    /**
     * Takes a batch.
     *
     * @param sequences its sequences
     * @param sentences the numbers they have in the training data
     */
    void load(List<? extends Sequence> sequences, int[] sentences) {
        int count = sequences.size();
        active = (count + SHARD - 1) / SHARD;
        while (shards.size() < active) {
            shards.add(new Shard<>(new Worker(type.spec(), vocabularies, network), heads));
        }
        for (int i = 0; i < active; i++) {
            shards.get(i).clear();
        }
        sortByFallingLength(sequences);
        words = 0;
        for (int i = 0; i < count; i++) {
            int sequence = (int) order[i];
            shards.get(i % active).add(sequences.get(sequence), sentences[sequence]);
            words += sequences.get(sequence).length();
        }
    }

    private void sortByFallingLength(List<? extends Sequence> sequences) {
        if (order.length < sequences.size()) {
            order = new long[sequences.size()];
            places = new int[sequences.size()];
        }
        for (int i = 0; i < sequences.size(); i++) {
            order[i] = (long) (Integer.MAX_VALUE - sequences.get(i).length()) << 32 | i;
        }
        Arrays.sort(order, 0, sequences.size());
        for (int i = 0; i < sequences.size(); i++) {
            places[(int) order[i]] = i;
        }
    }

    /** Gives the gold tags of the batch. */
    void gold(List<? extends List<T>> tagsOfSequences) {
        for (int i = 0; i < tagsOfSequences.size(); i++) {
            shards.get(i % active).addGold(tagsOfSequences.get((int) order[i]));
        }
    }

    int active() {
        return active;
    }

    Shard<T> shard(int i) {
        return shards.get(i);
    }

    int words() {
        return words;
    }

    /** Where shard i adds its gradients. */
    GradientSet gradientsOf(int shard) {
        return descent.ofShard(shard);
    }

    /** Adds the gradients of all shards to the sum, in order. */
    void reduce(Team team) {
        descent.reduce(active, team);
    }

    /** The mean loss a word of the batch. */
    double meanLoss() {
        double sum = 0;
        for (int i = 0; i < active; i++) {
            sum += shards.get(i).loss();
        }
        return sum / words;
    }

    /** The mean loss a word of the batch for one head, before its weight. */
    double meanLoss(int head) {
        double sum = 0;
        for (int i = 0; i < active; i++) {
            sum += shards.get(i).loss(head);
        }
        return sum / words;
    }

    /** What is done with the gradients. */
    Descent descent() {
        return descent;
    }

    GradientSet gradients() {
        return descent.gradients();
    }

    ParameterSet parameters() {
        return parameters;
    }

    Network network() {
        return network;
    }

    Heads<T> heads() {
        return heads;
    }

    Vocabularies vocabularies() {
        return vocabularies;
    }

    FeatureSpec features() {
        return type.spec().features();
    }

    /** Where the result of sequence i of the batch is: its shard. */
    int shardOf(int sequence) {
        return places[sequence] % active;
    }

    /** Where the result of sequence i of the batch is: its number in the shard. */
    int numberInShard(int sequence) {
        return places[sequence] / active;
    }
}
