package dev.lanewise.examples.benchmarks.peer;

import dev.lanewise.examples.benchmarks.work.Workload;
import java.util.List;

/** Another library that does the same work. Found by {@link java.util.ServiceLoader}. */
public interface Peer {

    /** Its name in one word: {@code djl}. */
    String name();

    /** Its name and version for people. */
    String title();

    /** The workloads that it can do. */
    List<String> workloads();

    /**
     * A workload, with the data that our own model gets; nothing is prepared yet.
     *
     * @param workload one of {@link #workloads()}
     */
    Workload named(String workload);

    /** Computes what our models compute, from their weights. */
    List<Agreement> check();
}
