package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.annotation.Tagger;
import dev.lanewise.runtime.train.Trainer;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How build tools call javac: again and again, on some of the files, with more or less on the class path. */
final class BuildsTest {
    private static final String ANNOTATIONS = ClassPlace.of(Tagger.class);
    private static final String BOTH = ANNOTATIONS + File.pathSeparator + ClassPlace.of(Trainer.class);
    private static final String IMPORTS = "package p; import dev.lanewise.annotation.*; import java.util.*;\n";
    private static final String SMALL = IMPORTS + "@Tagger @Embedding(dim = 3) @Lstm(hidden = 3) @Linear\n"
            + "public interface M { List<String> tag(List<String> words); }";
    private static final String LARGER = IMPORTS + Records.LAYERS + "\npublic interface M " + Records.BODY;
    private static final String USE =
            "package p; class Use { Object model(java.nio.file.Path file) { return MModel.load(file).info(); } }";

    @TempDir
    Path folder;

    private Path source(String name, String code) throws IOException {
        Path file = folder.resolve("src").resolve("p").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, code);
    }

    /** Errors and Lanewise's warnings. */
    private List<String> compile(String output, String classPath, List<Path> sources, String... more)
            throws IOException {
        Path classes = Files.createDirectories(folder.resolve(output));
        List<String> options = new ArrayList<>(List.of("-d", classes.toString(), "-s", classes.toString()));
        options.addAll(List.of("-cp", classPath, "-Alanewise.vector=never"));
        options.addAll(Arrays.asList(more));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StringWriter crash = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(crash, files, found, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new LanewiseProcessor()));
            task.call();
        }
        assertEquals("", crash.toString());
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR
                        || each.getMessage(null).startsWith("LW"))
                .map(each -> each.getLineNumber() + ": " + each.getMessage(null))
                .toList();
    }

    private Map<String, byte[]> files(String output) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        Path root = folder.resolve(output);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGER})
    void aRebuildOfOneFileGivesWhatABuildOfAllGives(String code) throws IOException {
        Path use = source("Use", USE);
        assertEquals(List.of(), compile("again", BOTH, List.of(source("M", code), use)));
        Path changed = source("M", code.replace("hidden = 3", "hidden = 4"));
        // As incremental builds do: the class files of the last time are on the class path, those of the changed file
        // too.
        String before = BOTH + File.pathSeparator + folder.resolve("again");
        assertEquals(List.of(), compile("again", before, List.of(changed)));
        assertEquals(List.of(), compile("anew", BOTH, List.of(changed, use)));
        Map<String, byte[]> anew = files("anew");
        Map<String, byte[]> again = files("again");
        assertEquals(anew.keySet(), again.keySet());
        anew.forEach((name, bytes) -> assertArrayEquals(bytes, again.get(name), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGER})
    void aRebuildOfTheUseAloneLeavesTheModel(String code) throws IOException {
        source("M", code);
        assertEquals(List.of(), compile("out", BOTH, List.of(source("M", code), source("Use", USE))));
        byte[] model = files("out").get("p/MModel.class");
        String before = BOTH + File.pathSeparator + folder.resolve("out");
        assertEquals(List.of(), compile("out", before, List.of(source("Use", USE.replace("model(", "made(")))));
        assertArrayEquals(model, files("out").get("p/MModel.class"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGER})
    void procOnlyWritesTheSourceAlone(String code) throws IOException {
        assertEquals(List.of(), compile("out", BOTH, List.of(source("M", code), source("Use", USE)), "-proc:only"));
        assertEquals(List.of("p/MModel.java"), List.copyOf(files("out").keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGER})
    void withoutTheRuntimeThereIsOneError(String code) throws IOException {
        assertEquals(
                List.of(
                        "3: LW013: Nothing is written for M, since lanewise-runtime, which its class would use, cannot be"
                                + " found. Add the dependency dev.lanewise:lanewise-runtime (a named module: `requires"
                                + " dev.lanewise.runtime`)."),
                compile("out", ANNOTATIONS, List.of(source("M", code))));
    }

    @ParameterizedTest
    @ValueSource(strings = {SMALL, LARGER})
    void withoutTheAnnotationsTheCompilerSaysSo(String code) throws IOException {
        List<String> said = compile("out", ClassPlace.of(Trainer.class), List.of(source("M", code)));
        assertFalse(said.isEmpty());
        assertTrue(said.stream().noneMatch(each -> each.contains("LW")), said::toString);
        assertEquals(Map.of(), files("out"));
    }
}
