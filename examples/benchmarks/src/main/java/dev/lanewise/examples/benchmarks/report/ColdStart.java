package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.start.Empty;
import dev.lanewise.examples.benchmarks.start.TagOnce;
import dev.lanewise.examples.benchmarks.start.TrainTutorial;
import dev.lanewise.examples.benchmarks.work.Text;
import dev.lanewise.examples.benchmarks.work.TextModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times whole JVMs, in rounds: an empty {@code main}, the tutorial's training, and the first sentence of a stored model. */
final class ColdStart {

    private static final String EMPTY = "empty `main`";
    private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector");

    /** What a program is started with that ends before vectors and the optimising compiler are worth their start. */
    private static final List<String> SHORT = List.of("-Dlanewise.lanes=scalar", "-XX:TieredStopAtLevel=1");

    /**
     * One line of the table.
     *
     * @param goal how many times an empty {@code main} it may take; 0 where there is no goal
     * @param archived whether it is started from an archive of its classes
     */
    private record Variant(String name, double goal, boolean archived, List<String> flags, Class<?> main) {}

    private static final List<Variant> VARIANTS = List.of(
            new Variant(EMPTY, 0, false, List.of(), Empty.class),
            new Variant(EMPTY + " with `--add-modules`", 0, false, MODULE, Empty.class),
            new Variant("tutorial trained", 5, false, MODULE, TrainTutorial.class),
            new Variant("the same, scalar twin alone", 0, false, lanes("scalar"), TrainTutorial.class),
            new Variant("the same, vector twin at once", 0, false, lanes("vector"), TrainTutorial.class),
            new Variant("the same, from an archive of classes", 0, true, MODULE, TrainTutorial.class),
            new Variant("model loaded, first sentence tagged", 3, false, MODULE, TagOnce.class),
            new Variant("the same, scalar twin alone", 0, false, lanes("scalar"), TagOnce.class),
            new Variant("the same, vector twin at once", 0, false, lanes("vector"), TagOnce.class),
            new Variant("the same, from an archive of classes", 0, true, MODULE, TagOnce.class),
            new Variant("the same, and with `" + String.join(" ", SHORT) + "` alone", 3, true, SHORT, TagOnce.class));

    private final Scratch scratch;
    private final Path model;
    private final Application application;
    private final String[] tagged;
    private final Results results = new Results();

    /**
     * Prepares everything.
     *
     * @param scratch for the model, the jar and the archives
     */
    ColdStart(Scratch scratch) throws IOException {
        this.scratch = scratch;
        this.application = Application.write(scratch.path("application.jar"));
        this.model = scratch.path("model.safetensors");
        Text text = Text.ofWords(TextModel.VOCABULARY);
        TextModel.words().session(text).model().save(model);
        List<String> arguments = new ArrayList<>(List.of(model.toString()));
        arguments.addAll(text.vocabulary().subList(0, Text.LENGTH));
        this.tagged = arguments.toArray(String[]::new);
    }

    private static List<String> lanes(String twin) {
        return List.of(MODULE.get(0), MODULE.get(1), "-Dlanewise.lanes=" + twin);
    }

    /** Starts every program so often, one after the other. */
    void measure(int rounds) throws IOException, InterruptedException {
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < VARIANTS.size(); i++) {
                double seconds = seconds(i);
                // The first one writes the archives, and fills the caches of the disk.
                if (round >= 0) {
                    results.add(key(i), seconds);
                }
            }
        }
    }

    private static String key(int variant) {
        return String.valueOf(variant);
    }

    private double seconds(int number) throws IOException, InterruptedException {
        Variant variant = VARIANTS.get(number);
        List<String> flags = new ArrayList<>(variant.flags());
        if (variant.archived()) {
            Path archive = scratch.path(key(number) + ".jsa");
            flags.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        }
        return application.seconds(flags, variant.main(), variant.main() == TagOnce.class ? tagged : new String[0]);
    }

    /** The table. */
    List<String> lines() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("program", "ms", "of the " + EMPTY, "goal"));
        for (int i = 0; i < VARIANTS.size(); i++) {
            Variant variant = VARIANTS.get(i);
            double seconds = results.median(key(i));
            rows.add(List.of(
                    variant.name(),
                    String.format(Locale.ROOT, "%.0f", 1e3 * seconds),
                    String.format(Locale.ROOT, "%.1f", seconds / results.median(key(0))),
                    variant.goal() == 0 ? "" : String.format(Locale.ROOT, "%.0f", variant.goal())));
        }
        List<String> lines = new ArrayList<>(Markdown.table(rows));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "The model has %.1f MB; its sentence has %d words.",
                Files.size(model) / 1e6,
                Text.LENGTH));
        return lines;
    }
}
