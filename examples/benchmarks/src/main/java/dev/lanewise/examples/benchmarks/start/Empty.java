package dev.lanewise.examples.benchmarks.start;

/** Does nothing: what a JVM takes to start and to end. */
public final class Empty {

    private Empty() {}

    /** Does nothing. */
    public static void main(String[] args) {
        // How long this takes is what everything else is compared with.
    }
}
