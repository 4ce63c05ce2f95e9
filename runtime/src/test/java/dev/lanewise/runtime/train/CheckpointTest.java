package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.TokenSequence;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is stopped anywhere and started again ends with the bits of an undisturbed one. */
final class CheckpointTest {

    private static final List<Example<String>> TRAIN = TinyTagger.examples(1, 60);
    private static final List<Example<String>> DEV = TinyTagger.examples(2, 20);

    @TempDir
    private Path directory;

    private static Trainer<String, TinyTagger> trainer() {
        return TinyTagger.trainer().epochs(4).batchSize(8).development(DEV);
    }

    private Path file() {
        return directory.resolve("checkpoint.safetensors");
    }

    private byte[] saved(TinyTagger model) {
        Path saved = directory.resolve("model.safetensors");
        model.core.save(saved);
        try {
            return Files.readAllBytes(saved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops a training after so many batches or epochs, as a kill would, but for what it throws. */
    private static final class Stop implements TrainingListener {
        private final List<String> resumed = new ArrayList<>();
        private int batches;
        private int epochs;

        private Stop(int batches, int epochs) {
            this.batches = batches;
            this.epochs = epochs;
        }

        @Override
        public void resumed(int epoch, int batch) {
            resumed.add(epoch + "." + batch);
        }

        @Override
        public void batch(int epoch, long wordsDone, long words, double loss) {
            if (--batches == 0) {
                throw new IllegalStateException("stopped");
            }
        }

        @Override
        public void epoch(EpochReport report) {
            if (--epochs == 0) {
                throw new IllegalStateException("stopped");
            }
        }
    }

    static Stream<Arguments> trainings() {
        Consumer<Trainer<String, TinyTagger>> adam = trainer -> trainer.optimizer(Adam.learningRate(0.05f));
        Consumer<Trainer<String, TinyTagger>> momentum =
                trainer -> trainer.optimizer(Sgd.learningRate(0.2f).momentum(0.9f));
        Consumer<Trainer<String, TinyTagger>> plain = trainer -> trainer.optimizer(Sgd.learningRate(0.2f));
        Consumer<Trainer<String, TinyTagger>> averaged =
                trainer -> trainer.averageWeights(0.9f).schedule(Schedule.cosine(0.5f));
        Consumer<Trainer<String, TinyTagger>> dense =
                trainer -> trainer.optimizer(Adam.learningRate(0.05f).dense()).averageWeights(0.9f);
        Consumer<Trainer<String, TinyTagger>> plateau = trainer -> trainer.optimizer(Sgd.learningRate(2f))
                .schedule(Schedule.reduceOnPlateau(0.5f, 0))
                .patience(2);
        Consumer<Trainer<String, TinyTagger>> unguided =
                trainer -> trainer.development(List.of()).clip(0.5f);
        return Stream.of(adam, momentum, plain, averaged, dense, plateau, unguided)
                .flatMap(training -> Stream.of(
                                Every.epochs(1),
                                Every.batches(3),
                                Every.epochs(2).orBatches(5))
                        .map(every -> Arguments.of(training, every)));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void goesOnToTheSameBits(Consumer<Trainer<String, TinyTagger>> training, Every every) throws IOException {
        Trainer<String, TinyTagger> undisturbed = trainer();
        training.accept(undisturbed);
        byte[] expected = saved(undisturbed.fit(TRAIN));
        for (int[] stop : new int[][] {{3, 0}, {4, 0}, {10, 0}, {0, 1}, {0, 3}, {0, 4}}) {
            Trainer<String, TinyTagger> first = trainer();
            training.accept(first);
            first.checkpoint(directory, every).listener(new Stop(stop[0], stop[1]));
            try {
                first.fit(TRAIN);
            } catch (IllegalStateException e) {
                assertEquals("stopped", e.getMessage());
            }
            Trainer<String, TinyTagger> second = trainer();
            training.accept(second);
            assertArrayEquals(
                    expected,
                    saved(second.checkpoint(directory, every).fit(TRAIN)),
                    "stopped after " + Arrays.toString(stop));
            Files.delete(file());
        }
    }

    @Test
    void stoppingAgainAndAgainGetsThere() {
        byte[] expected = saved(trainer().averageWeights(0.9f).fit(TRAIN));
        int stops = 0;
        Trainer<String, TinyTagger> trainer;
        do {
            trainer = trainer()
                    .averageWeights(0.9f)
                    .checkpoint(directory, Every.batches(2))
                    .listener(new Stop(3, 0));
            stops++;
        } while (isStopped(trainer));
        assertTrue(stops > 10, stops + " stops");
        assertArrayEquals(
                expected,
                saved(trainer()
                        .averageWeights(0.9f)
                        .checkpoint(directory, Every.batches(2))
                        .fit(TRAIN)));
    }

    private static boolean isStopped(Trainer<String, TinyTagger> trainer) {
        try {
            trainer.fit(TRAIN);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void aTrainingThatWasCompleteGivesItsModelAtOnce() {
        byte[] expected = saved(trainer().checkpoint(directory, Every.epochs(3)).fit(TRAIN));
        Stop stop = new Stop(1, 1);
        assertArrayEquals(
                expected,
                saved(trainer()
                        .checkpoint(directory, Every.epochs(3))
                        .listener(stop)
                        .fit(TRAIN)));
        assertEquals(List.of("5.0"), stop.resumed);
    }

    @Test
    void listenersHearWhereItGoesOn() {
        assertTrue(isStopped(trainer().checkpoint(directory, Every.batches(3)).listener(new Stop(13, 0))));
        Stop stop = new Stop(0, 0);
        trainer().checkpoint(directory, Every.batches(3)).listener(stop).fit(TRAIN);
        assertEquals(List.of("2.4"), stop.resumed);
    }

    @Test
    void anotherTrainingIsRefusedWithAllThatDiffers() {
        trainer().checkpoint(directory, Every.epochs(1)).fit(TRAIN);
        String message = assertThrows(
                        TrainingException.class,
                        () -> trainer()
                                .checkpoint(directory, Every.epochs(1))
                                .epochs(9)
                                .optimizer(Sgd.learningRate(0.5f))
                                .fit(TRAIN.subList(0, 59)))
                .getMessage();
        assertTrue(message.startsWith("the checkpoint " + file() + " is one of another training: "), message);
        assertTrue(message.contains("epochs was 4 and is 9"), message);
        assertTrue(message.contains("optimizer was Adam["), message);
        assertTrue(message.contains("training data was 60 sentences, "), message);
        assertFalse(message.contains("seed"), message);
        assertTrue(message.endsWith("or delete the file to start from the beginning"), message);
    }

    @Test
    void whatDoesNotChangeTheModelMayDiffer() {
        byte[] expected = saved(trainer().checkpoint(directory, Every.epochs(1)).fit(TRAIN));
        assertArrayEquals(
                expected,
                saved(trainer()
                        .checkpoint(directory, Every.batches(7))
                        .threads(2)
                        .listener(new Stop(0, 0))
                        .fit(TRAIN)));
    }

    /** Who adds a setting has to decide whether the result depends on it. */
    @Test
    void everySettingIsDescribedOrKnownNotToMatter() {
        Set<String> names = new HashSet<>();
        for (RecordComponent component : TrainerSettings.class.getRecordComponents()) {
            names.add(component.getName());
        }
        TrainerSettings<String> settings = new TrainerSettings<>(
                Sgd.learningRate(1f),
                Schedule.constant(),
                1,
                new BatchSize(1, false),
                true,
                1,
                1,
                0f,
                0f,
                0f,
                new LabelSmoothing(0f),
                new MissCost(0f),
                0f,
                List.of(),
                DevMetric.accuracy(),
                new HeadMetrics<>(TinyTagger.TYPE.heads()),
                0,
                null,
                List.of());
        names.removeAll(settings.described(TinyTagger.TYPE.heads()).keySet());
        assertEquals(Set.of("threads", "listeners", "checkpoints", "headMetrics"), names);
    }

    /** A user's record that prints its identity would otherwise be another one in every JVM. */
    @Test
    void theFingerprintOfTokensIsThatOfTheirTexts() {
        assertEquals(fingerprint("a", "b"), fingerprint("a", "b"));
        assertNotEquals(fingerprint("a", "b"), fingerprint("a", "c"));
    }

    private static String fingerprint(String form, String pos) {
        return Fingerprint.of(tokens(form, pos), TinyTagger.TYPE.heads());
    }

    private static List<Example<String>> tokens(String form, String pos) {
        return List.of(Example.of(
                new TokenSequence(List.of(new Object()), List.of("form", "pos"), List.of(List.of(form), List.of(pos))),
                List.of("x")));
    }

    @Test
    void aDamagedFileIsOneClearError() throws IOException {
        trainer().checkpoint(directory, Every.epochs(1)).fit(TRAIN);
        byte[] good = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(good, good.length - 1));
        assertDamaged();
        String text = new String(good, StandardCharsets.ISO_8859_1);
        for (String part : List.of("\"steps\":\"", "\"lanewise.checkpoint\":\"", "best/word_embeddings.weight")) {
            byte[] changed = good.clone();
            changed[text.indexOf(part) + part.length() - 1] = 'x';
            changed[text.indexOf(part) + part.length()] = '"';
            Files.write(file(), changed);
            assertDamaged();
        }
    }

    private void assertDamaged() {
        String message = assertThrows(
                        ModelFormatException.class,
                        () -> trainer().checkpoint(directory, Every.epochs(1)).fit(TRAIN))
                .getMessage();
        assertTrue(message.startsWith(file() + ": "), message);
    }

    @Test
    void twoTrainingsCannotShareADirectory() throws IOException {
        try (FileChannel other = FileChannel.open(
                directory.resolve("checkpoint.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            String message = assertThrows(
                            TrainingException.class,
                            () -> trainer()
                                    .checkpoint(directory, Every.epochs(1))
                                    .fit(TRAIN))
                    .getMessage();
            assertEquals(
                    "cannot keep checkpoints in " + directory
                            + ": another training is using it; choose another directory",
                    message);
        }
    }

    @Test
    void whatAKilledWriterLeftIsCleared() throws IOException {
        Path leftover = directory.resolve(".lanewise-0.tmp");
        Files.createFile(leftover);
        trainer().checkpoint(directory, Every.epochs(1)).fit(TRAIN);
        assertFalse(Files.exists(leftover));
    }

    @Test
    void aCrossValidationGoesOnWithItsFolds() {
        List<List<String>> expected = trainer().crossValidate(TRAIN, 3).predicted();
        Trainer<String, TinyTagger> first =
                trainer().checkpoint(directory, Every.batches(2)).listener(new Stop(27, 0));
        assertThrows(IllegalStateException.class, () -> first.crossValidate(TRAIN, 3));
        Stop stop = new Stop(0, 0);
        Trainer<String, TinyTagger> second =
                trainer().checkpoint(directory, Every.batches(2)).listener(stop);
        assertEquals(expected, second.crossValidate(TRAIN, 3).predicted());
        assertEquals(List.of("5.0", "2.1"), stop.resumed);
    }

    @Test
    void theDirectoryIsMade() {
        Path deep = directory.resolve("a").resolve("b");
        trainer().checkpoint(deep, Every.epochs(1)).fit(TRAIN);
        assertTrue(Files.exists(deep.resolve("checkpoint.safetensors")));
    }

    @Test
    void neverIsNoInterval() {
        assertThrows(IllegalArgumentException.class, () -> Every.epochs(0));
        assertThrows(IllegalArgumentException.class, () -> Every.batches(-1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            epoch   | 5                   | epoch is 5, which is not from 0 to 4
            epoch   | -1                  | epoch is -1, which is not from 0 to 4
            batch   | -1                  | batch is -1, which is not from 0 to 2147483647
            batch   | 4294967296          | batch is 4294967296, which is not from 0 to 2147483647
            steps   | -9                  | steps is -9, which is not from 0 to 9223372036854775807
            words   | -1                  | words is -1, which is not from 0 to 9223372036854775807
            loss    | many                | For input string: "many"
            metrics | 0x1p-1 half         | For input string: "half"
            steps   | 000000000000000000000000000000001 | its metadata steps has more than 32 characters
            metrics | 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 0x1p-1 | its metadata metrics has more than 128 characters
            """)
    void aStateThatNoTrainingHasIsAnError(String key, String value, String problem) {
        trainer().checkpoint(directory, Every.epochs(2)).fit(TRAIN);
        SafeTensors good = SafeTensors.read(file());
        Map<String, String> texts = new LinkedHashMap<>(good.metadata());
        assertNotNull(texts.put(key, value));
        SafeTensors.of(texts, good.tensors()).write(file());
        String message = assertThrows(
                        ModelFormatException.class,
                        () -> trainer().checkpoint(directory, Every.epochs(2)).fit(TRAIN))
                .getMessage();
        assertEquals(file() + ": it is damaged: " + problem + "; delete the file to start from the beginning", message);
    }
}
