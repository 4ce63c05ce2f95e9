package dev.lanewise.processor.model;

import dev.lanewise.annotation.Tagger;
import dev.lanewise.processor.ClassPlace;
import dev.lanewise.processor.LanewiseProcessor;
import dev.lanewise.runtime.train.Trainer;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Models that the processor wrote and javac compiled; each can be loaded with either twin in one JVM. */
final class Compiled {

    private final Path directory;
    private final Map<Twin, ClassLoader> loaders = new EnumMap<>(Twin.class);

    private Compiled(Path directory) {
        this.directory = directory;
    }

    static Compiled into(Path directory, Source<?>... sources) {
        return into(directory, Arrays.asList(sources));
    }

    /** Compiles interfaces, all in one run of javac, to class files that JDK 17 can read. */
    static Compiled into(Path directory, List<? extends Source<?>> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-d", directory.toString(),
                "-s", directory.toString(),
                "-cp", classPath(),
                "--release", "17",
                "--add-modules", "jdk.incubator.vector");
        List<InMemory> files = sources.stream().map(InMemory::new).toList();
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics, options, null, files);
        task.setProcessors(List.of(new LanewiseProcessor()));
        if (!task.call()) {
            throw new AssertionError(diagnostics.getDiagnostics().stream()
                    .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                    .map(Object::toString)
                    .collect(Collectors.joining("\n")));
        }
        return new Compiled(directory);
    }

    /** Where the annotations, the runtime and the tests are: all that a generated class needs. */
    static String classPath() {
        return Stream.of(Tagger.class, Trainer.class, Compiled.class)
                .map(ClassPlace::of)
                .collect(Collectors.joining(File.pathSeparator));
    }

    Path directory() {
        return directory;
    }

    /** Loads and initialises a model. */
    <I> Model<I> model(Source<I> source, Twin twin) {
        ClassLoader loader = loaders.computeIfAbsent(twin, any -> loader());
        return twin.during(() -> {
            try {
                return new Model<>(Class.forName(source.modelName(), true, loader));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        });
    }

    private ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, Compiled.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String code;

        InMemory(Source<?> source) {
            super(URI.create("memory:///" + Source.PACKAGE + "/" + source.name() + Kind.SOURCE.extension), Kind.SOURCE);
            code = source.code();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
