package dev.lanewise.examples.benchmarks.command;

import dev.lanewise.examples.benchmarks.cpu.Measurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures one workload in this JVM and prints a line for another program. */
@Command(name = "measure", hidden = true)
public final class MeasureCommand implements Runnable {

    @Parameters
    private String name = "";

    /** A command that has no options yet. */
    public MeasureCommand() {}

    @Override
    public void run() {
        System.out.println(Measurement.here(name).line());
    }
}
