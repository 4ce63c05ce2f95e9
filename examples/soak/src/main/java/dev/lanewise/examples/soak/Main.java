package dev.lanewise.examples.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the long run. */
@Command(
        name = "soak",
        description = "Tags for minutes and trains for epochs; ends with 1 if results, speed or memory did not stay.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final long MINUTE = 60_000;

    @Option(names = "--minutes", description = "Minutes of tagging, at least 2. Default ${DEFAULT-VALUE}.")
    private int minutes = 20;

    @Option(names = "--threads", description = "Threads that tag. Default ${DEFAULT-VALUE}.")
    private int threads = 4;

    @Option(names = "--epochs", description = "Epochs of training, at least 2. Default ${DEFAULT-VALUE}.")
    private int epochs = 100;

    @Option(names = "--picture", description = "The PNG file of the curves. Default ${DEFAULT-VALUE}.")
    private Path picture = Path.of("soak.png");

    private Main() {}

    /** Runs it. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes < 2 || epochs < 2 || threads < 1) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "give at least 2 minutes, 2 epochs and 1 thread");
        }
        Soak soak = new Soak(System.out::println);
        AtomicLong errors = new AtomicLong();
        List<Minute> tagging = soak.tag(minutes, MINUTE, threads, errors::set);
        List<Double> training = soak.train(epochs);
        Curves.draw(picture, tagging, training);
        Verdict verdict = new Verdict(tagging, errors.get(), training);
        System.out.println(verdict);
        return verdict.holds() ? 0 : 1;
    }
}
