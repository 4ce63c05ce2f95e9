package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.read.Declaration;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules are compiled with their dependencies on the module path. */
final class ModulePathTest {
    @TempDir
    Path folder;

    private final List<Declaration> read = new ArrayList<>();

    private List<String> compile(String requires) throws IOException {
        List<Path> sources = List.of(
                write(
                        "module-info.java",
                        "module app { requires static dev.lanewise.annotation; requires" + " dev.lanewise.runtime; "
                                + requires + " }"),
                write(
                        "p/M.java",
                        Marked.of(Said.TAGGER + "interface M { " + Said.TAG + " }")
                                .code()));
        String modules = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("annotations") || each.contains("runtime"))
                .filter(each -> Files.exists(Path.of(each, "module-info.class")) || each.endsWith(".jar"))
                .reduce("", (one, other) -> one + File.pathSeparator + other);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    found,
                    List.of(
                            "--module-path",
                            modules,
                            "-d",
                            folder.resolve("classes").toString()),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new LanewiseProcessor(environment -> read::add)));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR
                        || each.getMessage(null).startsWith("LW"))
                .map(each -> each.getMessage(null).substring(0, 5))
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aModuleThatRequiresTheVectorModuleGetsTheVectorTwin() throws IOException {
        assertEquals(List.of(), compile("requires jdk.incubator.vector;"));
        assertTrue(read.get(0).vector());
    }

    @Test
    void aModuleThatDoesNotIsWarned() throws IOException {
        assertEquals(List.of("LW082"), compile(""));
        assertFalse(read.get(0).vector());
    }
}
