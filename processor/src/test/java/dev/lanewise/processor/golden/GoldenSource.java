package dev.lanewise.processor.golden;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.lanewise.processor.LanewiseProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Interfaces whose generated classes are kept, so that a change of what is written is seen in a review. */
enum GoldenSource {
    /** That of the tutorial, with both twins. */
    PosTagger("auto", """
            @Tagger
            @Embedding(dim = 6, unknown = false)
            @Lstm(hidden = 6)
            @Linear
            public interface PosTagger {
                enum Tag { DET, NN, V }
                List<Tag> tag(List<String> words);
                float[][] scores(List<String> words);
            }
            """),

    /** Two layers, both directions, characters, and tags from the data; not public; the scalar twin alone. */
    DeepTagger("never", """
            @Tagger
            @Embedding
            @CharLstm(bidirectional = true, projection = 20)
            @Lstm(layers = 2, bidirectional = true)
            @Linear
            interface DeepTagger {
                Tagging<String> tag(List<String> words);
                List<Tagging<String>> tagAll(List<List<String>> sentences);
                void scores(List<String> words, float[][] into);
                default int count(List<String> words) { return tag(words).tags().size(); }
            }
            """),

    /** Dense inputs; the scalar twin alone. */
    Steps("never", """
            @Encoder
            @Input(dim = 3)
            @Lstm(hidden = 3)
            public interface Steps {
                float[][] encode(float[][] inputs);
                Encoding encode(float[][] inputs, EncoderState state);
                Stepper stepper();
            }
            """);

    private static final String HEAD = """
            package golden;
            import dev.lanewise.annotation.*;
            import dev.lanewise.runtime.*;
            import java.util.List;
            """;

    private final String vector;
    private final String code;

    GoldenSource(String vector, String code) {
        this.vector = vector;
        this.code = code;
    }

    String modelName() {
        return name() + "Model";
    }

    /** What the processor writes for it. */
    String generate() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new LanewiseProcessor())
                .withOptions("-Alanewise.vector=" + vector, "--add-modules", "jdk.incubator.vector")
                .compile(JavaFileObjects.forSourceString("golden." + name(), HEAD + code));
        try {
            return compilation
                    .generatedSourceFile("golden." + modelName())
                    .orElseThrow(() -> new AssertionError(compilation.diagnostics()))
                    .getCharContent(false)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
