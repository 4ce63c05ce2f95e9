package dev.lanewise.processor.random;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.lanewise.processor.LanewiseProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles many random files in one run of javac, all in memory. */
final class Compiler {
    private static final Pattern NUMBER = Pattern.compile("(?:^|/)(r\\d+)/");

    private Compiler() {}

    /** Runs javac with the processor. */
    static Compilation run(List<Declaration> declarations, String... options) {
        List<JavaFileObject> files = declarations.stream()
                .map(each -> JavaFileObjects.forSourceString(each.packageName() + "." + each.file(), each.code()))
                .toList();
        return com.google.testing.compile.Compiler.javac()
                .withProcessors(new LanewiseProcessor())
                .withOptions(Stream.concat(
                                Stream.of(
                                        "--add-modules",
                                        "jdk.incubator.vector",
                                        "-Xmaxerrs",
                                        "9999",
                                        "-Xmaxwarns",
                                        "9999"),
                                Stream.of(options))
                        .toArray())
                .compile(files);
    }

    /** Those of the files that javac takes without Lanewise. */
    static List<Declaration> javas(List<Declaration> all) {
        List<Declaration> taken = all;
        // An error of one file keeps javac from looking closer at the others.
        for (Set<String> bad = bad(taken); !bad.isEmpty(); bad = bad(taken)) {
            Set<String> found = bad;
            taken = taken.stream()
                    .filter(each -> !found.contains(each.number()))
                    .toList();
        }
        return taken;
    }

    private static Set<String> bad(List<Declaration> declarations) {
        return run(declarations, "-proc:none").errors().stream()
                .map(Compiler::packageOf)
                .collect(Collectors.toSet());
    }

    /** The first part of the package in which a message's place is, and with it the declaration; empty for none. */
    static String packageOf(Diagnostic<? extends JavaFileObject> message) {
        return message.getSource() == null ? "" : packageOf(message.getSource());
    }

    private static String packageOf(JavaFileObject file) {
        Matcher matcher = NUMBER.matcher(file.toUri().getPath());
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Whether a message is about a file that Lanewise wrote. */
    static boolean isWritten(Diagnostic<? extends JavaFileObject> message) {
        return message.getSource() != null
                && message.getSource().toUri().getPath().startsWith("/" + StandardLocation.SOURCE_OUTPUT);
    }

    /** The names of the models that were written. */
    static List<String> models(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .map(Compiler::className)
                .toList();
    }

    private static String className(JavaFileObject file) {
        String path = file.toUri().getPath();
        String folder = "/"
                + (file.getKind() == JavaFileObject.Kind.CLASS
                        ? StandardLocation.CLASS_OUTPUT
                        : StandardLocation.SOURCE_OUTPUT)
                + "/";
        return path.substring(path.indexOf(folder) + folder.length(), path.lastIndexOf('.'))
                .replace('/', '.');
    }

    /** Loads what was compiled; each call gives classes of their own. */
    static ClassLoader loader(Compilation compilation) {
        Map<String, byte[]> classes = new HashMap<>();
        compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .forEach(file -> classes.put(className(file), bytes(file)));
        return new ClassLoader(Compiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
