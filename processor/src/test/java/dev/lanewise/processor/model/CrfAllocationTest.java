package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss, the gradients and the decoding of a CRF allocate nothing when warm. */
final class CrfAllocationTest {

    private static final int TAGS = 9;
    private static final int ROUNDS = 40;

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    void aWarmPassAllocatesNothing(Twin twin) {
        List<String> names = IntStream.range(0, TAGS).mapToObj(i -> "T" + i).toList();
        Source<VectorTagger<Object>> source =
                Source.vectors("Warm" + twin, names, "@Input(dim = 1) @Lstm(hidden = 2) @Linear @Crf");
        CrfRun run = new CrfRun(Compiled.into(directory, source).model(source, twin), names);
        run.forward(List.of(new float[7][TAGS], new float[12][TAGS], new float[1][TAGS]));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        // The compiler decides when a round is warm.
        for (int round = 0; round < ROUNDS && allocated > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                run.warm();
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocated);
    }
}
