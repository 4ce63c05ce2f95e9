package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Warm steps of a tagger with several heads allocate nothing. */
@Execution(ExecutionMode.CONCURRENT)
final class ChildJvmHeadAllocationTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() {
        Compiled.into(directory, HeadAllocations.source());
    }

    // In a JVM of its own, since vectors of another width would be boxed; see ChildJvmAllocationTest.
    @ParameterizedTest
    @EnumSource
    void warmStepsAllocateNothing(Twin twin) {
        assertEquals(
                List.of("scores of a head: 0", "training step of two heads: 0"),
                ChildJvm.of(twin, "-Xbatch").run(directory, HeadAllocations.class));
    }
}
