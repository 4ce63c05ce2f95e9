package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Models that every JVM has to train to the same bits. As a main class it trains each with several numbers of threads, and prints
 * the SHA-256 of the saved file, of the scores, and of a thousand taggings, with and without the word cache and in several batches.
 */
enum TrainedModel {
    CHARACTERS(
            "@Embedding(dim = 5, unknown = false) @CharLstm(embedding = 4, hidden = 3, unknown = false)"
                    + " @Lstm(hidden = 6) @Linear",
            trainer -> trainer.optimizer(Sgd.learningRate(0.1f))),
    DEEP(
            "@Embedding(dim = 20) @CharLstm(embedding = 7, hidden = 9, bidirectional = true)"
                    + " @Lstm(hidden = 17, layers = 2, bidirectional = true) @Linear",
            trainer -> trainer.optimizer(Adam.learningRate(0.01f)).clip(1f)),
    LABELLER(
            "@Embedding(dim = 20, dropout = 0.3f) @CharLstm(embedding = 7, hidden = 9, bidirectional = true)"
                    + " @Lstm(hidden = 40, layers = 2, bidirectional = true, dropout = 0.4f) @Linear @Crf",
            trainer -> trainer.optimizer(Adam.learningRate(0.01f)).clip(1f)),
    GATED_UNITS(
            "@Embedding(dim = 20) @CharCnn(embedding = 7, filters = 9, width = 2)"
                    + " @Gru(hidden = 17, layers = 2, bidirectional = true) @Linear",
            trainer -> trainer.optimizer(Adam.learningRate(0.01f)).clip(1f));

    /** How many models there are, the one of {@link TrainedHeads} included, and the lines that each gives. */
    static final int MODELS = values().length + 1;

    static final int LINES = 2 * 4 + 2 * 3;

    static final int[] THREADS = {1, 2, 3, 7};
    private static final int TAGS = 5;
    static final int EPOCHS = 3;

    /** Enough for seven shards a batch, so that seven threads have work. */
    static final int SENTENCES = 112;

    static final int TAGGED = 1000;

    private final String layers;
    private final UnaryOperator<Trainer<Object, TextTagger<Object>>> settings;

    TrainedModel(String layers, UnaryOperator<Trainer<Object, TextTagger<Object>>> settings) {
        this.layers = layers;
        this.settings = settings;
    }

    Source<TextTagger<Object>> source() {
        return Source.learned("Trained_" + name(), layers);
    }

    /**
     * Trains and prints.
     *
     * @param arguments a directory for the models
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        MuchPacked.fromNow();
        for (TrainedModel each : values()) {
            Model<TextTagger<Object>> type =
                    new Model<>(Class.forName(each.source().modelName()));
            TextTagger<Object> model = null;
            for (int threads : THREADS) {
                Path file = Path.of(arguments[0], each + "-" + threads + ".safetensors");
                type.save(each.train(type, threads), file);
                model = type.load(file);
                tell(each, "model", read(file));
                tell(each, "scores", scores(model::scores));
            }
            each.tag(type, model);
        }
        TrainedHeads.train(Path.of(arguments[0]));
    }

    private void tag(Model<TextTagger<Object>> type, TextTagger<Object> model) {
        for (long cache : new long[] {0, 1 << 20}) {
            TextTagger<Object> tagger = type.withWordCache(model, cache);
            TextTagger<Object> shared = type.with(tagger, "withThreads", 2);
            tellTaggings(this, tagger::tag, tagger::tagAll, shared::tagAll);
        }
    }

    /** Tags the same sentences one by one, all at once, and in parts on two threads. */
    static <T> void tellTaggings(
            Object model,
            Function<List<String>, List<T>> one,
            Function<List<List<String>>, List<List<T>>> all,
            Function<List<List<String>>, List<List<T>>> shared) {
        List<List<String>> sentences = Sentences.many(11, TAGGED);
        tell(model, "taggings", text(sentences.stream().map(one).toList()));
        tell(model, "taggings", text(all.apply(sentences)));
        List<List<T>> parts = new ArrayList<>();
        Random random = new Random(TAGGED);
        while (parts.size() < TAGGED) {
            int end = Math.min(TAGGED, parts.size() + 1 + random.nextInt(200));
            parts.addAll(shared.apply(sentences.subList(parts.size(), end)));
        }
        tell(model, "taggings", text(parts));
    }

    static void tell(Object model, String what, byte[] bytes) {
        System.out.println(ChildJvm.RESULT + model + " " + what + " " + sha256(bytes));
    }

    static byte[] text(List<? extends List<?>> taggings) {
        return taggings.toString().getBytes(StandardCharsets.UTF_8);
    }

    private TextTagger<Object> train(Model<TextTagger<Object>> type, int threads) {
        List<Example<Object>> examples =
                Sentences.tagged(Sentences.many(11, SENTENCES), List.copyOf(Sentences.names(TAGS)));
        return settings.apply(type.trainer())
                .epochs(EPOCHS)
                .batchSize(SENTENCES)
                .seed(3)
                .threads(threads)
                .fit(examples);
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] scores(Function<List<String>, float[][]> model) {
        float[] scores =
                Flat.of(Sentences.many(11, SENTENCES).stream().map(model).toList());
        ByteBuffer bytes = ByteBuffer.allocate(scores.length * Float.BYTES);
        bytes.asFloatBuffer().put(scores);
        return bytes.array();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
