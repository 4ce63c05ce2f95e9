package dev.lanewise.examples.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long JMH measures.
 *
 * @param rounds how often everything is gone through
 * @param warmUps iterations that are not counted
 * @param iterations iterations that are counted
 * @param millis milliseconds of an iteration
 */
record Timing(int rounds, int warmUps, int iterations, int millis) {

    /** For figures. */
    static final Timing FULL = new Timing(3, 8, 5, 1000);
    /** To see that everything works. */
    static final Timing QUICK = new Timing(1, 3, 2, 300);

    /**
     * Runs one benchmark in a JVM of its own.
     *
     * @param type its class
     * @param method its method
     * @param workload the value of its parameter; none if empty
     * @return seconds of a call, the median of the iterations: a moment's load from elsewhere does not count
     */
    double seconds(Class<?> type, String method, String workload) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(type.getName() + "." + method) + "$")
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.milliseconds(millis))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(millis))
                .forks(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (!workload.isEmpty()) {
            options.param("workload", workload);
        }
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            RunResult result = List.copyOf(results).get(0);
            return result.getPrimaryResult().getStatistics().getPercentile(50) / 1e6;
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run " + method + " " + workload, e);
        }
    }
}
