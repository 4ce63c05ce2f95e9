package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.CharWordTagger;
import dev.lanewise.examples.benchmarks.model.CharWordTaggerModel;
import dev.lanewise.examples.benchmarks.model.Upos;
import dev.lanewise.examples.benchmarks.model.WordTagger;
import dev.lanewise.examples.benchmarks.model.WordTaggerModel;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One of the two taggers of random text, and how it is called.
 *
 * @param <M> the generated class
 * @param trainer begins to train one
 * @param tag tags one sentence
 * @param tagAll tags many
 * @param scores log-probabilities of one sentence
 * @param save writes the model to a file
 * @param uncached the same model without its word cache
 * @param flops operations of one word, forward
 */
public record TextModel<M>(
        Supplier<Trainer<Upos, M>> trainer,
        BiFunction<M, List<String>, Object> tag,
        BiFunction<M, List<List<String>>, Object> tagAll,
        BiFunction<M, List<String>, float[][]> scores,
        BiConsumer<M, Path> save,
        UnaryOperator<M> uncached,
        double flops) {

    /** Words that the taggers know. */
    public static final int VOCABULARY = 20_000;

    /** Units of a direction of the word LSTM. */
    public static final int HIDDEN = 128;
    /** Numbers of a word vector. */
    public static final int DIM = 100;
    /** Numbers of a character vector. */
    public static final int CHARACTER_DIM = 25;
    /** Units of the character LSTM. */
    public static final int CHARACTER_HIDDEN = 50;

    private static final double HEAD = Flops.linear(2 * HIDDEN, Upos.values().length);

    /** Workload W2. */
    public static TextModel<WordTaggerModel> words() {
        return new TextModel<>(
                WordTaggerModel::trainer,
                WordTagger::tag,
                WordTagger::tagAll,
                WordTagger::scores,
                WordTaggerModel::save,
                model -> model.withWordCache(0),
                2 * Flops.lstm(DIM, HIDDEN) + HEAD);
    }

    /** Workload W3. */
    public static TextModel<CharWordTaggerModel> characters() {
        return new TextModel<>(
                CharWordTaggerModel::trainer,
                CharWordTagger::tag,
                CharWordTagger::tagAll,
                CharWordTagger::scores,
                CharWordTaggerModel::save,
                model -> model.withWordCache(0),
                2 * Flops.lstm(DIM + CHARACTER_HIDDEN, HIDDEN)
                        + HEAD
                        + Text.WORD_LENGTH * Flops.lstm(CHARACTER_DIM, CHARACTER_HIDDEN));
    }

    /** A training session with fresh weights and plain gradient descent. */
    public Session<Upos, M> session(Text text) {
        return trainer.get()
                .initializer(Initializer.pytorch(3))
                .optimizer(Sgd.learningRate(0.1f))
                .session(List.of(text.everyWord()));
    }

    /**
     * Tags batches of random text.
     *
     * @param name the workload's name
     * @param batch sentences of a call
     * @param cached whether the model keeps what it computed of single words
     */
    Workload tagging(String name, int batch, boolean cached) {
        double words = (double) batch * Text.LENGTH;
        return new Workload(name, Unit.WORDS_PER_SECOND, words, words * flops, () -> {
            Text text = Text.ofWords(VOCABULARY);
            M trained = session(text).model();
            M model = cached ? trained : uncached.apply(trained);
            Cycle<Text.Batch> batches = cycle(text, batch, drawn -> drawn);
            return batch == 1
                    ? () -> tag.apply(model, batches.next().sentences().get(0))
                    : () -> tagAll.apply(model, batches.next().sentences());
        });
    }

    /**
     * Steps of training on batches of random text.
     *
     * @param name the workload's name
     * @param batch sentences of a step
     * @param vocabulary words that there are
     */
    Workload training(String name, int batch, int vocabulary) {
        double words = (double) batch * Text.LENGTH;
        return new Workload(name, Unit.WORDS_PER_SECOND, words, Flops.TRAINING * words * flops, () -> {
            Text text = Text.ofWords(vocabulary);
            Session<Upos, M> session = session(text);
            Cycle<Text.Batch> batches = cycle(text, batch, drawn -> drawn);
            return () -> step(session, batches.next());
        });
    }

    /** One step of gradient descent; gives the loss before it. */
    public static Float step(Session<Upos, ?> session, Text.Batch batch) {
        session.zeroGrad();
        session.forward(batch.sequences());
        float loss = session.loss(batch.tags());
        session.backward();
        session.step();
        return loss;
    }

    /**
     * Batches of random text in the form that a library wants.
     *
     * @param <T> the form
     * @param size sentences of each
     * @param form translates one
     */
    public static <T> Cycle<T> cycle(Text text, int size, Function<Text.Batch, T> form) {
        int count = size == 1 ? 256 : 40;
        return new Cycle<>(
                text.batches(count, size, Text.LENGTH).stream().map(form).toList());
    }
}
