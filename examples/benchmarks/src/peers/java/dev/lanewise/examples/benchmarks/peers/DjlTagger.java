package dev.lanewise.examples.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import java.util.Optional;
import java.util.function.Function;

/** A tagger in libtorch: word vectors, perhaps an LSTM over characters, an LSTM over words, an affine layer. */
final class DjlTagger {

    /**
     * The sizes of a tagger.
     *
     * @param words the vocabulary
     * @param dim numbers of a word vector
     * @param hidden units of a direction of the word LSTM
     * @param directions of the word LSTM
     * @param tags the number of tags
     * @param characters the character LSTM, if there is one
     */
    record Sizes(int words, int dim, int hidden, int directions, int tags, Optional<Characters> characters) {}

    /**
     * The sizes of a character LSTM of one direction.
     *
     * @param count the vocabulary
     * @param dim numbers of a character vector
     * @param hidden its units
     */
    record Characters(int count, int dim, int hidden) {}

    /**
     * A padded batch.
     *
     * @param sentences their number
     * @param length words of a sentence
     * @param words ids, {@code [sentence][word]}
     * @param characters ids, {@code [sentence][word][character]}; empty for a model without
     * @param tags gold tags, {@code [sentence][word]}; empty for inference
     */
    record Input(int sentences, int length, long[] words, long[] characters, long[] tags) {}

    private final NDManager manager;
    private final DjlParameters parameters;
    private final NDArray table;
    private final Optional<NDArray> characterTable;
    private final Optional<DjlLstm> characterLstm;
    private final DjlLstm lstm;
    private final NDArray weight;
    private final NDArray bias;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();

    /** A tagger with the parameters of ours. */
    DjlTagger(NDManager manager, Sizes sizes, Function<String, float[]> source) {
        this.manager = manager;
        parameters = new DjlParameters(manager, source);
        table = parameters.add("word_embeddings.weight", sizes.words(), sizes.dim());
        characterTable =
                sizes.characters().map(chars -> parameters.add("char_embeddings.weight", chars.count(), chars.dim()));
        characterLstm =
                sizes.characters().map(chars -> DjlLstm.of(parameters, "char_lstm.", chars.dim(), chars.hidden(), 1));
        int inputs = sizes.dim() + characterLstm.map(DjlLstm::hidden).orElse(0);
        lstm = DjlLstm.of(parameters, "lstm.", inputs, sizes.hidden(), sizes.directions());
        weight = parameters.add("hidden2tag.weight", sizes.tags(), (long) sizes.directions() * sizes.hidden());
        bias = parameters.add("hidden2tag.bias", sizes.tags());
    }

    private NDArray logits(NDManager scratch, Input input, boolean training) {
        Shape shape = new Shape(input.sentences(), input.length());
        NDArray x = lookUp(scratch.create(input.words(), shape), table);
        if (characterTable.isPresent() && characterLstm.isPresent()) {
            x = x.concat(characterFeature(scratch, input, training), -1);
        }
        NDArray states = lstm.forward(x, training).get(0);
        return states.getNDArrayInternal().linear(states, weight, bias).singletonOrThrow();
    }

    private NDArray characterFeature(NDManager scratch, Input input, boolean training) {
        DjlLstm layer = characterLstm.orElseThrow();
        long count = (long) input.sentences() * input.length();
        Shape shape = new Shape(count, input.characters().length / count);
        NDArray vectors = lookUp(scratch.create(input.characters(), shape), characterTable.orElseThrow());
        NDArray last = layer.forward(vectors, training).get(1);
        return last.reshape(input.sentences(), input.length(), layer.hidden());
    }

    private static NDArray lookUp(NDArray ids, NDArray table) {
        return ids.getNDArrayInternal()
                .embedding(ids, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }

    /** The best tag of every word. */
    long[] tag(Input input) {
        try (NDManager scratch = manager.newSubManager()) {
            return logits(scratch, input, false).argMax(-1).toLongArray();
        }
    }

    /** Log-probabilities, {@code [word][tag]}, sentences one behind the other. */
    float[][] scores(Input input) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray scores = logits(scratch, input, false).logSoftmax(-1);
            int tags = (int) scores.getShape().get(2);
            return FlatRows.cut(scores.toFloatArray(), tags);
        }
    }

    /** One step of gradient descent; gives the loss before it. */
    float step(Input input) {
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits = logits(scratch, input, true);
            NDArray rows = logits.reshape(-1, logits.getShape().get(2));
            NDArray value = loss.evaluate(new NDList(scratch.create(input.tags())), new NDList(rows));
            collector.backward(value);
            float result = value.getFloat();
            parameters.step();
            return result;
        }
    }
}
