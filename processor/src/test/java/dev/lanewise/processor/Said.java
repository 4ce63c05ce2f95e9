package dev.lanewise.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What Lanewise says about a source that is compiled by javac, and where. */
final class Said {
    /** The head of a word tagger that is fine. */
    static final String TAGGER = "@Tagger @Embedding @Lstm @Linear ";
    /** A method that is fine in it. */
    static final String TAG = "List<String> tag(List<String> words);";

    private final Marked source;
    private final Compilation compilation;

    private Said(Marked source, Compilation compilation) {
        this.source = source;
        this.compilation = compilation;
    }

    /** Compiles {@code p.M} and perhaps other files, without a vector twin. */
    static Said about(String marked, JavaFileObject... others) {
        return with(declaration -> {}, List.of("-Alanewise.vector=never"), marked, others);
    }

    static Said with(Generator generator, List<String> options, String marked, JavaFileObject... others) {
        Marked source = Marked.of(marked);
        List<JavaFileObject> files = new ArrayList<>(List.of(others));
        files.add(0, source.file());
        Compilation compilation = javac().withProcessors(new LanewiseProcessor(compiler -> generator))
                .withOptions(options)
                .compile(files);
        return new Said(source, compilation);
    }

    /** One error with this text, at the arrow. */
    void error(String text) {
        expect(Diagnostic.Kind.ERROR, text);
        assertEquals(Compilation.Status.FAILURE, compilation.status());
    }

    /** One warning with this text, at the arrow; the compilation is a success. */
    void warning(String text) {
        expect(Diagnostic.Kind.WARNING, text);
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
    }

    /** Nothing, since the compiler itself reports an error that contains this text, at the arrow. */
    void errorOfTheCompiler(String part) {
        assertEquals(List.of(), texts(compilation));
        assertEquals(
                List.of(source.line() + ":" + source.column()),
                compilation.errors().stream()
                        .filter(each -> each.getMessage(null).contains(part))
                        .map(each -> each.getLineNumber() + ":" + each.getColumnNumber())
                        .toList(),
                () -> compilation.diagnostics().toString());
    }

    /** Nothing, and the compiler neither. */
    void nothing() {
        assertEquals(List.of(), texts(compilation));
        assertEquals(
                Compilation.Status.SUCCESS,
                compilation.status(),
                () -> compilation.diagnostics().toString());
    }

    private void expect(Diagnostic.Kind kind, String text) {
        assertEquals(
                List.of(text),
                texts(compilation),
                () -> compilation.diagnostics().toString());
        Diagnostic<?> found = ours(compilation).get(0);
        assertEquals(kind, found.getKind());
        if (source.line() == 0) {
            assertEquals(Diagnostic.NOPOS, found.getLineNumber(), "no place");
        } else {
            assertEquals(
                    source.line() + ":" + source.column(),
                    found.getLineNumber() + ":" + found.getColumnNumber(),
                    "line and column");
        }
    }

    private static List<String> texts(Compilation compilation) {
        return ours(compilation).stream().map(each -> each.getMessage(null)).toList();
    }

    private static List<? extends Diagnostic<?>> ours(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(each -> each.getMessage(null).startsWith("LW"))
                .toList();
    }
}
