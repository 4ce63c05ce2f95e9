package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss, the gradients and the decoding of a CRF allocate nothing when warm. */
final class ChildJvmCrfAllocationTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() {
        Compiled.into(directory, CrfAllocations.source());
    }

    // In a JVM of its own, since vectors of another width would be boxed; see ChildJvmAllocationTest.
    @ParameterizedTest
    @EnumSource
    void aWarmPassAllocatesNothing(Twin twin) {
        assertEquals(List.of("0"), ChildJvm.of(twin, "-Xbatch").run(directory, CrfAllocations.class));
    }
}
