package dev.lanewise.processor.model;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;

/** A main class that prints how many bytes a warm pass of a CRF allocates; {@link ChildJvmCrfAllocationTest} runs it. */
final class CrfAllocations {

    private static final int TAGS = 9;
    private static final int CALLS = 1000;
    private static final int MOST_ROUNDS = 40;

    private CrfAllocations() {}

    private static List<String> names() {
        return IntStream.range(0, TAGS).mapToObj(i -> "T" + i).toList();
    }

    static Source<VectorTagger<Object>> source() {
        return Source.vectors("WarmCrf", names(), "@Input(dim = 1) @Lstm(hidden = 2) @Linear @Crf");
    }

    /** Runs loss, gradients and decoding until the compilers are done. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        CrfRun run = new CrfRun(new Model<>(Class.forName(source().modelName())), names());
        run.forward(List.of(new float[7][TAGS], new float[12][TAGS], new float[1][TAGS]));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && allocated > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                run.warm();
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        System.out.println(ChildJvm.RESULT + allocated);
    }
}
