package dev.lanewise.processor.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.lanewise.runtime.lane.Lanes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random interfaces: each one draws messages of Lanewise's, or its model compiles without a warning, runs and has the gradients of its
 * loss. {@code -Dlanewise.declarations=5000} tries so many, {@code -Dlanewise.declarations.first=N} begins with another one.
 */
final class RandomDeclarationsTest {
    private static final int CHUNK = 100;
    private static final int VECTOR_EVERY = 20;
    /** All that may be said about what is written. */
    private static final String LINT = "-Xlint:all,-processing,-auxiliaryclass,-strictfp";

    /** Sizes of models that are not run. */
    private static final Pattern HUGE = Pattern.compile("\\b\\d{4,}\\b|<<|\\b0x");

    private static final long FIRST = Long.getLong("lanewise.declarations.first", 0);
    private static final long COUNT = Long.getLong("lanewise.declarations", 200);

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final TreeMap<String, Integer> messages = new TreeMap<>();
    private int tried;
    private int compiled;
    private int checked;

    @Test
    void eachIsRefusedByNameOrWorks() {
        for (long from = FIRST; from < FIRST + COUNT; from += CHUNK) {
            List<Declaration> javas = Compiler.javas(LongStream.range(from, Math.min(from + CHUNK, FIRST + COUNT))
                    .mapToObj(Declaration::of)
                    .toList());
            tried += javas.size();
            chunk(javas, from / CHUNK % 2 == 0);
        }
        System.out.println(tried + " random declarations: " + compiled + " compiled, " + checked
                + " gradients checked; messages " + messages);
        assertTrue(faults.isEmpty(), () -> String.join("\n\n", faults.values()));
        assertTrue(compiled * 3 > COUNT, "too few of them are models: " + compiled);
    }

    private void chunk(List<Declaration> declarations, boolean withVectors) {
        Set<String> refused = refused(declarations);
        List<Declaration> accepted = declarations.stream()
                .filter(each -> !refused.contains(each.number()))
                .toList();
        Compilation compilation =
                Compiler.run(accepted, LINT, "-Alanewise.vector=" + (withVectors ? "require" : "never"));
        compilation.diagnostics().forEach(each -> fault(each, accepted));
        if (compilation.status() == Compilation.Status.SUCCESS) {
            compiled += Compiler.models(compilation).size();
            run(compilation, accepted, withVectors);
        }
    }

    private void run(Compilation compilation, List<Declaration> declarations, boolean withVectors) {
        Map<String, Declaration> byPackage =
                declarations.stream().collect(Collectors.toMap(Declaration::packageName, each -> each));
        ClassLoader scalar = Compiler.loader(compilation);
        ClassLoader vector = Compiler.loader(compilation);
        for (String name : Compiler.models(compilation)) {
            Declaration declaration = byPackage.get(name.substring(0, name.lastIndexOf('.')));
            try {
                List<float[]> one = run(name, scalar, "scalar", declaration);
                // Vector code is slow until it is compiled, and TwinTest looks at it closely.
                List<float[]> other = withVectors && Math.floorMod(name.hashCode(), VECTOR_EVERY) == 0
                        ? run(name, vector, "vector", declaration)
                        : one;
                assertEquals(one.size(), other.size());
                for (int i = 0; i < one.size(); i++) {
                    assertArrayEquals(one.get(i), other.get(i), "gradient " + i + " of the twins");
                }
                checked += one.size();
            } catch (Exception | LinkageError | AssertionError e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                faults.putIfAbsent(declaration.number(), trace + "\n" + declaration.code());
            }
        }
    }

    private static List<float[]> run(String name, ClassLoader loader, String twin, Declaration declaration)
            throws ClassNotFoundException {
        System.setProperty(Lanes.PROPERTY, twin);
        try {
            Class<?> type = Class.forName(name, true, loader);
            return HUGE.matcher(declaration.code()).find() ? List.of() : new Probe(type, declaration).run();
        } finally {
            System.clearProperty(Lanes.PROPERTY);
        }
    }

    private Set<String> refused(List<Declaration> declarations) {
        Compilation compilation = Compiler.run(declarations, "-proc:only", "-Alanewise.vector=never");
        Set<String> refused = new LinkedHashSet<>();
        for (Diagnostic<? extends JavaFileObject> each : compilation.errors()) {
            String said = each.getMessage(null);
            if (!said.matches("(?s)LW\\d{3}: .*") || said.startsWith("LW000")) {
                fault(each, declarations);
            }
            messages.merge(said.substring(0, 5), 1, Integer::sum);
            refused.add(Compiler.packageOf(each));
        }
        return refused;
    }

    private void fault(Diagnostic<? extends JavaFileObject> said, List<Declaration> declarations) {
        if (said.getKind() != Diagnostic.Kind.ERROR && !Compiler.isWritten(said)) {
            return;
        }
        String place = Compiler.packageOf(said);
        String code = declarations.stream()
                .filter(each -> each.number().equals(place))
                .map(Declaration::code)
                .findFirst()
                .orElse("");
        faults.putIfAbsent(place, said + "\n" + code);
    }
}
