package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.lane.Lanes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Warm numeric code allocates nothing: neither scores into a given array, nor a step of training. */
@Execution(ExecutionMode.CONCURRENT)
final class ChildJvmAllocationTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() {
        Compiled.into(
                directory,
                Stream.of(
                                Arrays.stream(TrainedModel.values()).map(TrainedModel::source),
                                Arrays.stream(TwoWidths.values()).map(TwoWidths::source),
                                Stream.of(LongAllocations.source()))
                        .<Source<?>>flatMap(sources -> sources)
                        .toList());
    }

    static Stream<Arguments> twins() {
        return Arrays.stream(TrainedModel.values())
                .flatMap(model -> Arrays.stream(Twin.values()).map(twin -> Arguments.of(model, twin)));
    }

    // In a JVM of its own, since vectors of another width would be boxed; with compilers that the program waits for, so
    // that
    // the same calls are compiled however busy the machine is.
    @ParameterizedTest
    @MethodSource("twins")
    void warmStepsAllocateNothing(TrainedModel model, Twin twin) {
        List<String> bytes = ChildJvm.of(twin, "-Xbatch").run(directory, Allocations.class, model.name());
        List<String> expected = List.of(
                "scores of a sequence: 0",
                // The one object that stands for the sequence.
                "scores of words: 16",
                "training step: 0",
                "backward, clip and step of a session: 0");
        assertEquals(expected, bytes);
    }

    @ParameterizedTest
    @EnumSource
    void longWordsAllocateNothingWhereNoCharactersAreRead(Twin twin) {
        List<String> bytes = ChildJvm.of(twin, "-Xbatch").run(directory, LongAllocations.class);
        assertEquals(List.of("scores of long words: 0"), bytes);
    }

    // With lanes chosen as in a user's JVM: forced to vectors, each model would have its own width. JDK 25 boxes one
    // vector a word
    // in the narrow model's cell where the wide one ran before it; boxed throughout, a word takes from 5,000 bytes on.
    @ParameterizedTest
    @CsvSource({"NARROW, WIDE", "WIDE, NARROW"})
    void modelsOfTwoWidthsDoNotBoxTheirVectors(String first, String second) {
        List<String> bytes = ChildJvm.of(Twin.VECTOR, "-Xbatch", "-D" + Lanes.PROPERTY + "=auto")
                .run(directory, TwoWidths.class, first, second);
        assertEquals(2, bytes.size());
        for (String line : bytes) {
            long ofScores = Long.parseLong(line.substring(line.indexOf(' ') + 1));
            assertTrue(ofScores <= 100 * TwoWidths.WORDS, bytes::toString);
        }
    }
}
