package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.Hidden_Of1024Model;
import dev.lanewise.examples.benchmarks.model.Hidden_Of128Model;
import dev.lanewise.examples.benchmarks.model.Hidden_Of256Model;
import dev.lanewise.examples.benchmarks.model.Hidden_Of32Model;
import dev.lanewise.examples.benchmarks.model.Hidden_Of512Model;
import dev.lanewise.examples.benchmarks.model.Hidden_Of64Model;
import dev.lanewise.examples.benchmarks.model.Upos;
import dev.lanewise.examples.benchmarks.model.WordTaggerModel;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Sgd;
import java.util.List;
import java.util.function.BiFunction;

/** Workloads that differ in one size each. */
final class Growth {

    /** Units of the layers in {@link dev.lanewise.examples.benchmarks.model.Hidden}. */
    static final int[] HIDDEN = {32, 64, 128, 256, 512, 1024};
    /** Words of a sentence. */
    static final int[] LENGTHS = {1, 10, 100, 1_000, 10_000};
    /** Words of a vocabulary. */
    static final int[] VOCABULARIES = {1_000, 10_000, 100_000, 300_000};
    /** Sentences of a corpus. */
    static final int[] CORPORA = {2_000, 6_400, 20_000};

    private static final int BATCH = 32;

    private Growth() {}

    private static EncoderSession<?> session(int hidden) {
        return switch (hidden) {
            case 32 -> session(Hidden_Of32Model::session);
            case 64 -> session(Hidden_Of64Model::session);
            case 128 -> session(Hidden_Of128Model::session);
            case 256 -> session(Hidden_Of256Model::session);
            case 512 -> session(Hidden_Of512Model::session);
            default -> session(Hidden_Of1024Model::session);
        };
    }

    private static <S> S session(BiFunction<Initializer, Sgd, S> factory) {
        return factory.apply(Initializer.pytorch(5), Sgd.learningRate(0.1f));
    }

    static Layer hidden(int size) {
        return new Layer(() -> session(size), size, Text.LENGTH, BATCH);
    }

    /** Tags one sentence. */
    static Workload length(String name, int length) {
        TextModel<WordTaggerModel> words = TextModel.words();
        return new Workload(name, Unit.WORDS_PER_SECOND, length, length * words.flops(), () -> {
            Text text = Text.ofWords(TextModel.VOCABULARY);
            WordTaggerModel model = words.uncached().apply(words.session(text).model());
            List<String> sentence =
                    text.batches(1, 1, length).get(0).sentences().get(0);
            return () -> model.tag(sentence);
        });
    }

    /** Training steps with a vocabulary. */
    static Workload vocabulary(String name, int size) {
        return TextModel.words().training(name, BATCH, size);
    }

    /** Trains for one epoch. */
    static Workload corpus(String name, int sentences, int threads) {
        TextModel<WordTaggerModel> words = TextModel.words();
        double count = (double) sentences * Text.LENGTH;
        return new Workload(name, Unit.WORDS_PER_SECOND, count, Flops.TRAINING * count * words.flops(), () -> {
            List<Example<Upos>> examples = examples(sentences);
            return () -> words.trainer().get().epochs(1).threads(threads).fit(examples);
        });
    }

    private static List<Example<Upos>> examples(int sentences) {
        Text text = Text.ofWords(TextModel.VOCABULARY);
        return text.batches(sentences, 1, Text.LENGTH).stream()
                .map(batch -> Example.of(batch.sentences().get(0), batch.tags().get(0)))
                .toList();
    }
}
