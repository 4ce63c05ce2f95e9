package dev.lanewise.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.LanewiseProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler takes and refuses the same random interfaces as javac, and compiles what is written. */
final class EclipseDeclarationsTest {
    private static final int COUNT = 60;

    @TempDir
    Path folder;

    @Test
    void takesWhatJavacTakes() throws IOException {
        List<Declaration> javas = Compiler.javas(LongStream.range(0, COUNT)
                .mapToObj(Declaration::of)
                .filter(each -> (each.packageName() + each.file()).chars().allMatch(c -> c < 128))
                .toList());
        Set<String> refused = Compiler.run(javas, "-proc:only").errors().stream()
                .map(Compiler::packageOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Declaration> taken =
                javas.stream().filter(each -> !refused.contains(each.number())).toList();
        assertEquals(List.of(), errors(taken, "taken", true));
        assertTrue(taken.size() > COUNT / 4, "too few: " + taken.size());
        List<Declaration> others = new ArrayList<>(javas);
        others.removeAll(taken);
        Set<String> messages = errors(others, "refused", false).stream()
                .filter(each -> each.contains("LW"))
                .map(each -> each.replaceAll(".*?(r\\d+)/.*", "$1"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertTrue(messages.containsAll(refused), () -> refused + " but " + messages);
    }

    private List<String> errors(List<Declaration> declarations, String name, boolean write) throws IOException {
        Path sources = folder.resolve(name);
        List<Path> files = new ArrayList<>();
        for (Declaration each : declarations) {
            Path file = sources.resolve(each.packageName().replace('.', '/')).resolve(each.file() + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, each.code()));
        }
        EclipseCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
            var task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    found,
                    options(sources, write),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new LanewiseProcessor()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> (each.getSource() == null ? "" : each.getSource().toUri()) + ": " + each.getMessage(null))
                .toList();
    }

    private static List<String> options(Path sources, boolean write) {
        List<String> options =
                new ArrayList<>(List.of("-source", "17", "-target", "17", "-proceedOnError", "-encoding", "UTF-8"));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        options.addAll(List.of("-d", sources.resolve("classes").toString(), "-s", sources.toString()));
        options.add("-Alanewise.vector=never");
        if (!write) {
            options.add("-proc:only");
        }
        return options;
    }
}
