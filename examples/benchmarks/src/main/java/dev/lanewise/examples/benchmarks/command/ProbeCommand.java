package dev.lanewise.examples.benchmarks.command;

import dev.lanewise.examples.benchmarks.cpu.Forked;
import dev.lanewise.examples.benchmarks.cpu.Measurement;
import dev.lanewise.examples.benchmarks.peer.Peers;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A quick look at workloads by the CPU time of one thread, which tells something on a busy machine too. */
@Command(
        name = "probe",
        description = "Times workloads by the CPU time of one thread, beside the peak of multiply-adds.",
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PREFIX",
            description = "Workloads whose names begin so, for example w2 or w2.tag or hidden; default w1 to w4.")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--peers", description = "The same work by the other libraries, if the profile peers was on.")
    private boolean peers;

    /** A command that has no options yet. */
    public ProbeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Measurement.heading());
        List<String> ours = Workloads.names(prefixes);
        List<String> names = new ArrayList<>(ours);
        if (peers) {
            Peers.all().forEach(peer -> names.addAll(Peers.names(peer, ours)));
        }
        for (String name : names) {
            System.out.println(Forked.measure(name).row());
        }
        return 0;
    }
}
