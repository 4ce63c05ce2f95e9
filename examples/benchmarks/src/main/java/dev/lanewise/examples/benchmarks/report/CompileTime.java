package dev.lanewise.examples.benchmarks.report;

import dev.lanewise.examples.benchmarks.start.CompileModules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times javac on projects of annotated interfaces alone: what it takes with the processor less what it takes with annotation
 * processing off, so that everything counts that the processor causes, the compilation of what it writes included.
 */
final class CompileTime {

    /** How many interfaces a project has: one, or enough to see what each further one costs. */
    private static final List<Integer> SIZES = List.of(1, 2, 6);

    private static final int MODULES = 5;

    private static final String TUTORIAL = "Tutorial";
    private static final String TAGGING = "Tagging";
    private static final List<String> EXAMPLES = List.of(TUTORIAL, TAGGING);

    /** The layers of the tutorial's tagger, and of the default one of the tagging example. */
    private static final Map<String, String> LAYERS =
            Map.of(TUTORIAL, "@Embedding(dim = 6, unknown = false) @Lstm(hidden = 6) @Linear", TAGGING, """
            @Embedding(dim = 100, dropout = 0.33f)
            @CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.33f)
            @Affix(kind = Affix.Kind.SUFFIX, length = 2, dim = 24, dropout = 0.33f)
            @Affix(kind = Affix.Kind.SUFFIX, length = 3, dim = 32, dropout = 0.33f)
            @Affix(kind = Affix.Kind.SUFFIX, length = 4, dim = 32, dropout = 0.33f)
            @Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, dropout = 0.33f)
            @Shape(dim = 16, dropout = 0.2f)
            @Lstm(hidden = 128, bidirectional = true, dropout = 0.4f)
            @Linear""");

    /**
     * What is compiled.
     *
     * @param example the example whose layers its interfaces have
     * @param models how many interfaces it has
     * @param modules how often the project is compiled in one JVM; 0 for the program {@code javac}
     */
    private record Project(String example, int models, int modules) {}

    private final Path root;
    private final Scratch scratch;
    private final Results results = new Results();

    /**
     * Prepares nothing yet.
     *
     * @param root where Lanewise was built
     */
    CompileTime(Path root, Scratch scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    /** Compiles every project so often, one after the other. */
    void measure(int rounds) throws IOException, InterruptedException {
        for (int round = 0; round < rounds; round++) {
            for (String example : EXAMPLES) {
                for (int models : SIZES) {
                    compile(new Project(example, models, 0));
                }
                compile(new Project(example, 1, 1));
                compile(new Project(example, 1, MODULES));
            }
        }
    }

    private void compile(Project project) throws IOException, InterruptedException {
        for (boolean processed : new boolean[] {false, true}) {
            List<String> arguments = arguments(project, processed);
            double seconds = project.modules() == 0
                    ? Application.seconds(tool("javac", arguments))
                    : Application.here().seconds(List.of(), CompileModules.class, modules(project, arguments));
            results.add(key(project, processed), seconds);
        }
    }

    private static List<String> tool(String name, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Application.tool(name)));
        command.addAll(arguments);
        return command;
    }

    private static String[] modules(Project project, List<String> arguments) {
        return Stream.concat(Stream.of("" + project.modules()), arguments.stream())
                .toArray(String[]::new);
    }

    private static String key(Project project, boolean processed) {
        return project + (processed ? " processed" : "");
    }

    private List<String> arguments(Project project, boolean processed) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector", "--release", "17"));
        arguments.addAll(List.of("-d", scratch.emptied("classes").toString()));
        arguments.addAll(List.of("-cp", jar("annotations") + File.pathSeparator + jar("runtime")));
        arguments.addAll(processed ? List.of("-processorpath", jar("processor")) : List.of("-proc:none"));
        for (int i = 1; i <= project.models(); i++) {
            arguments.add(source(project.example(), i).toString());
        }
        return arguments;
    }

    private String jar(String module) throws IOException {
        Path target = root.resolve(module).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.filter(file ->
                            file.getFileName().toString().matches("lanewise-" + module + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
                    .map(file -> file.toAbsolutePath().toString())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no jar of the module " + module + " in "
                            + target.toAbsolutePath() + ": build Lanewise, and name its folder by --sources"));
        }
    }

    /** An interface with the layers of an example. */
    private Path source(String example, int number) throws IOException {
        String name = example + number;
        Path file = scratch.path(name + ".java");
        Files.writeString(file, """
                import dev.lanewise.annotation.*;
                import java.util.List;
                @Tagger
                %s
                public interface %s {
                    List<String> tag(List<String> words);
                    List<List<String>> tagAll(List<List<String>> sentences);
                }
                """.formatted(LAYERS.get(example), name));
        return file;
    }

    /** The table. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what the processor adds", "the tutorial's tagger", "the tagging example's", "goal"));
        rows.add(row("one model, `javac` just started", "1.00 s", example -> added(new Project(example, 1, 0))));
        rows.add(row("two models", "1.20 s", example -> added(new Project(example, 2, 0))));
        int most = SIZES.get(SIZES.size() - 1);
        rows.add(row(
                "each further model of " + most,
                "0.20 s",
                example -> (added(new Project(example, most, 0)) - added(new Project(example, 1, 0))) / (most - 1)));
        rows.add(row(
                "one model of a further module in the same JVM",
                "",
                example ->
                        (added(new Project(example, 1, MODULES)) - added(new Project(example, 1, 1))) / (MODULES - 1)));
        rows.add(row(
                "for comparison: `javac` without it",
                "",
                example -> results.median(key(new Project(example, 1, 0), false))));
        return Markdown.table(rows);
    }

    private interface Figure {
        double seconds(String example);
    }

    private static List<String> row(String what, String goal, Figure figure) {
        List<String> row = new ArrayList<>(List.of(what));
        EXAMPLES.forEach(example -> row.add(String.format(Locale.ROOT, "%.2f s", figure.seconds(example))));
        row.add(goal);
        return row;
    }

    private double added(Project project) {
        return results.median(key(project, true)) - results.median(key(project, false));
    }
}
