package dev.lanewise.examples.benchmarks.probe;

import dev.lanewise.examples.benchmarks.peak.FmaPeak;
import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Times workloads by the CPU time of one thread, which holds on a busy machine too, and compares them with the peak of
 * multiply-adds that is measured in between. Each workload runs in a JVM of its own: the JIT compiler's profiles of the
 * Vector API would otherwise mix the species of different models.
 */
@Command(
        name = "probe",
        description = "Times workloads by the CPU time of one thread.",
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {

    private static final int SAMPLES = 7;
    private static final int PEAK_ROUNDS = 200_000;

    @Parameters(
            paramLabel = "PREFIX",
            description = "Workloads whose names begin so, for example w2 or w2.tag; default all.")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--here", hidden = true, description = "Run in this JVM.")
    private boolean here;

    /** A command that has no options yet. */
    public ProbeCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> names = (prefixes.isEmpty() ? List.of("") : prefixes)
                .stream()
                        .flatMap(prefix -> Workloads.names(prefix).stream())
                        .distinct()
                        .toList();
        if (here) {
            names.forEach(ProbeCommand::probe);
            return 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %12s %10s %12s %9s %7s %14s%n",
                "workload",
                "words/s",
                "us/call",
                "GFLOP/s",
                "peak",
                "%",
                "bytes/call");
        for (String name : names) {
            fork(name);
        }
        return 0;
    }

    private static void fork(String name) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.lanewise.examples.benchmarks.Main"));
        command.addAll(List.of("probe", "--here", name));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            System.out.println(name + " failed with exit code " + code);
        }
    }

    private static void probe(String name) {
        Workload work = Workloads.prepare(name);
        Sampler sampler = new Sampler(work.body());
        sampler.warmUp();
        // The toy's vectors may be narrower than the peak's, and may not be mixed with them in one JVM.
        boolean comparable = !name.startsWith("w1");
        Sampler peak = new Sampler(() -> FmaPeak.run(PEAK_ROUNDS));
        double[] seconds = new double[SAMPLES];
        double[] peaks = new double[SAMPLES];
        if (comparable) {
            peak.warmUp();
        }
        for (int i = 0; i < SAMPLES; i++) {
            seconds[i] = sampler.sample();
            peaks[i] = comparable ? FmaPeak.flops(PEAK_ROUNDS) / peak.sample() / 1e9 : Double.NaN;
        }
        double bytes = sampler.allocation();
        double call = Sampler.median(seconds);
        double rate = work.flops() / call / 1e9;
        double top = Sampler.median(peaks);
        System.out.printf(
                Locale.ROOT,
                "%-16s %12.0f %10.1f %12.2f %9.1f %7.1f %14.0f%n",
                name,
                work.words() / call,
                call * 1e6,
                rate,
                top,
                100 * rate / top,
                bytes);
        if (sampler.sink() == peak.sink()) {
            throw new IllegalStateException("the results of different code cannot be one object");
        }
    }
}
