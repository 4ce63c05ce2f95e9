package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What Gradle's incremental compilation asks of a processor that it treats as isolating. */
final class IncrementalTest {

    private static final String CODE =
            "package some; import dev.lanewise.annotation.*; import java.util.List; class Outer%1$s {"
                    + " %2$s interface Inner %3$s }";
    private static final JavaFileObject ONE = source(
            "One",
            "@Tagger @Embedding(dim = 3) @Lstm(hidden = 3) @Linear",
            "{ List<String> tag(List<String> words); }");
    private static final JavaFileObject TWO = source("Two", Records.LAYERS, Records.BODY);

    private static JavaFileObject source(String name, String layers, String body) {
        return JavaFileObjects.forSourceString("some.Outer" + name, CODE.formatted(name, layers, body));
    }

    private final List<String> written = new ArrayList<>();

    @Test
    void isRegisteredAsIsolating() throws IOException {
        try (InputStream in =
                LanewiseProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertNotNull(in);
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(LanewiseProcessor.class.getName() + ",isolating", text.strip());
        }
    }

    @Test
    void everyFileComesFromItsInterfaceAlone() {
        compile(new LanewiseProcessor(compiler -> new ModelGenerator(recording(compiler))), ONE, TWO);
        assertEquals(
                List.of(
                        "createSourceFile some.OuterOne_InnerModel of [some.OuterOne.Inner]",
                        "createSourceFile some.OuterTwo_InnerModel of [some.OuterTwo.Inner]"),
                written.stream().sorted().toList());
    }

    @Test
    void filesDoNotDependOnTheOthers() {
        Map<String, String> together = compile(new LanewiseProcessor(), ONE, TWO);
        assertEquals(together, compile(new LanewiseProcessor(), TWO, ONE));
        compile(new LanewiseProcessor(), ONE).forEach((name, text) -> assertEquals(together.get(name), text));
    }

    private static Map<String, String> compile(LanewiseProcessor processor, JavaFileObject... sources) {
        Compilation compilation = Compiler.javac()
                .withProcessors(processor)
                .withOptions("-Alanewise.vector=never")
                .compile(sources);
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
        return compilation.generatedSourceFiles().stream()
                .collect(Collectors.toMap(JavaFileObject::getName, IncrementalTest::text));
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The compiler with a filer that notes what is asked of it. */
    private ProcessingEnvironment recording(ProcessingEnvironment compiler) {
        Filer filer = wrap(Filer.class, compiler.getFiler(), null);
        return wrap(ProcessingEnvironment.class, compiler, filer);
    }

    private <T> T wrap(Class<T> type, T target, Filer filer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (filer != null && method.getName().equals("getFiler")) {
                        return filer;
                    }
                    if (target instanceof Filer) {
                        written.add(method.getName() + " " + arguments[0] + " of "
                                + Arrays.stream((Element[]) arguments[1]).toList());
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
