package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.eval.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is whole after each epoch, and every epoch stands in it once. */
final class TrainingLogTest {

    private static final String HEADER = "epoch,epochs,loss,words,seconds,words_per_second,learning_rate,dev_accuracy,"
            + "dev_unknown_accuracy,dev_metric,best\n";

    @TempDir
    private Path directory;

    private static EpochReport plain(int epoch) {
        return new EpochReport(
                epoch, 5, 0.5 / epoch, 1000, 2.0, 0.125f, Optional.empty(), OptionalDouble.empty(), false, Map.of());
    }

    private static EpochReport evaluated(int epoch, double metric) {
        Evaluation evaluation = Evaluation.of(
                TinyTagger.examples(1, 1),
                List.of(TinyTagger.examples(1, 1).get(0).tags()),
                word -> true);
        return new EpochReport(
                epoch, 5, 0.25, 1000, 2.0, 0.125f, Optional.of(evaluation), OptionalDouble.of(metric), true, Map.of());
    }

    @Test
    void csvHasALineForEachEpoch() throws IOException {
        Path file = directory.resolve("log.csv");
        TrainingLog log = TrainingLog.csv(file);
        log.epoch(plain(1));
        assertEquals(HEADER + "1,5,0.5,1000,2.0,500.0,0.125,,,,false\n", Files.readString(file));
        log.epoch(evaluated(2, 0.75));
        assertEquals(
                HEADER + "1,5,0.5,1000,2.0,500.0,0.125,,,,false\n2,5,0.25,1000,2.0,500.0,0.125,1.0,0.0,0.75,true\n",
                Files.readString(file));
    }

    @Test
    void jsonLinesHaveAnObjectForEachEpoch() throws IOException {
        Path file = directory.resolve("log.jsonl");
        TrainingLog log = TrainingLog.jsonLines(file);
        log.epoch(plain(1));
        log.epoch(evaluated(2, Double.NaN));
        String common = "\"words\":1000,\"seconds\":2.0,\"words_per_second\":500.0,\"learning_rate\":0.125,";
        assertEquals(
                "{\"epoch\":1,\"epochs\":5,\"loss\":0.5," + common + "\"best\":false}\n"
                        + "{\"epoch\":2,\"epochs\":5,\"loss\":0.25," + common
                        + "\"dev_accuracy\":1.0,\"dev_unknown_accuracy\":0.0,\"best\":true}\n",
                Files.readString(file));
    }

    @Test
    void aResumedTrainingContinuesTheLogAndRepeatsNoEpoch() throws IOException {
        for (String name : List.of("log.csv", "log.jsonl")) {
            Path file = directory.resolve(name);
            TrainingLog first = log(file);
            first.epoch(plain(1));
            first.epoch(plain(2));
            String two = Files.readString(file);
            first.epoch(plain(3));
            String three = Files.readString(file);
            // As a kill in the middle of a line leaves it.
            Files.writeString(file, three.substring(two.length(), three.length() - 9), StandardOpenOption.APPEND);
            log(file).epoch(plain(3));
            assertEquals(three, Files.readString(file));
        }
    }

    private static TrainingLog log(Path file) {
        return file.toString().endsWith("csv") ? TrainingLog.csv(file) : TrainingLog.jsonLines(file);
    }

    @Test
    void aTrainingFromTheStartReplacesTheLog() throws IOException {
        Path file = directory.resolve("log.csv");
        TrainingLog.csv(file).epoch(plain(1));
        String one = Files.readString(file);
        TrainingLog again = TrainingLog.csv(file);
        again.epoch(plain(1));
        again.epoch(plain(2));
        again.epoch(plain(1));
        assertEquals(one, Files.readString(file));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTheTraining() {
        Path file = directory.resolve("none").resolve("log.csv");
        String message = assertThrows(UncheckedIOException.class, () -> TrainingLog.csv(file))
                .getMessage();
        assertTrue(message.startsWith("cannot write " + file + ": the directory"), message);
    }

    @Test
    void aLogThatGoesAwayIsOneClearError() throws IOException {
        Path file = directory.resolve("log.csv");
        TrainingLog log = TrainingLog.csv(file);
        log.epoch(plain(1));
        Files.delete(file);
        String message = assertThrows(UncheckedIOException.class, () -> log.epoch(plain(2)))
                .getMessage();
        assertTrue(message.startsWith("cannot write the training log " + file), message);
    }
}
