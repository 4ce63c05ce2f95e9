package dev.lanewise.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles {@code p.M} by Eclipse's compiler. */
final class Ecj {
    private Ecj() {}

    /** Errors and warnings as {@code line: text}. */
    static List<String> compile(Path folder, LanewiseProcessor processor, String marked) throws IOException {
        Path source = folder.resolve("p").resolve("M.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, Marked.of(marked).code());
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), files, found, options(folder), null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(processor));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR
                        || each.getMessage(null).startsWith("LW"))
                .map(each -> each.getLineNumber() + ": " + each.getMessage(null))
                .toList();
    }

    private static List<String> options(Path folder) {
        List<String> options = new ArrayList<>(List.of("-source", "17", "-target", "17", "-proceedOnError"));
        options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        options.addAll(List.of("-d", folder.resolve("classes").toString()));
        options.addAll(List.of("-s", Files.exists(folder) ? folder.toString() : "."));
        options.add("-Alanewise.vector=never");
        return options;
    }
}
