package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Models that every JVM has to train to the same bits. As a main class it trains each with 1, 2 and 3 threads and prints the
 * SHA-256 of the saved file and of the scores.
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
    GATED_UNITS(
            "@Embedding(dim = 20) @CharCnn(embedding = 7, filters = 9, width = 2)"
                    + " @Gru(hidden = 17, layers = 2, bidirectional = true) @Linear",
            trainer -> trainer.optimizer(Adam.learningRate(0.01f)).clip(1f));

    static final int MOST_THREADS = 3;

    private static final int TAGS = 5;
    private static final int EPOCHS = 20;

    /** Enough for three shards a batch, so that three threads have work. */
    private static final int SENTENCES = 40;

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
        for (TrainedModel each : values()) {
            Model<TextTagger<Object>> type =
                    new Model<>(Class.forName(each.source().modelName()));
            for (int threads = 1; threads <= MOST_THREADS; threads++) {
                Path file = Path.of(arguments[0], each + "-" + threads + ".safetensors");
                TextTagger<Object> model = each.train(type, threads);
                type.save(model, file);
                System.out.println(ChildJvm.RESULT + each + " model " + sha256(read(file)));
                System.out.println(ChildJvm.RESULT + each + " scores " + sha256(scores(type.load(file))));
            }
        }
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

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] scores(TextTagger<Object> model) {
        float[] scores = Flat.of(
                Sentences.many(11, SENTENCES).stream().map(model::scores).toList());
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
