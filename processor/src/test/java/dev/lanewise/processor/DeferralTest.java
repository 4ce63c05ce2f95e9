package dev.lanewise.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static dev.lanewise.processor.Said.TAGGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.testing.compile.Compilation;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EmbeddingDecl;
import dev.lanewise.processor.read.EnumTags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Interfaces wait for what other processors write. */
final class DeferralTest {

    /** Writes one file in each round, whatever it finds. */
    private static final class WritingProcessor extends AbstractProcessor {
        private final Iterator<String> sources;

        WritingProcessor(String... sources) {
            this.sources = List.of(sources).iterator();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (sources.hasNext()) {
                String source = sources.next();
                String name = source.replaceAll("(?s).*(?:enum|interface) (\\w+).*", "$1");
                try (Writer file =
                        processingEnv.getFiler().createSourceFile("p." + name).openWriter()) {
                    file.write("package p;\n" + source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    private static List<Declaration> read(String source, String... written) {
        List<Declaration> read = new ArrayList<>();
        Compilation compilation = javac().withProcessors(
                        new LanewiseProcessor(compiler -> read::add), new WritingProcessor(written))
                .withOptions("-Alanewise.vector=never")
                .compile(Marked.of(source).file());
        assertThat(compilation).succeededWithoutWarnings();
        return read;
    }

    @Test
    void tagsThatAreWrittenInTheFirstRoundAreReadInTheSecond() {
        List<Declaration> read =
                read(TAGGER + "interface M { List<Late> tag(List<String> words); }", "enum Late { A, B, C }");
        assertEquals(1, read.size());
        EnumTags tags = assertInstanceOf(EnumTags.class, read.get(0).tags());
        assertEquals(List.of("A", "B", "C"), tags.constants());
    }

    @Test
    void aSuperInterfaceThatIsWrittenInTheThirdRoundIsReadInTheFourth() {
        List<Declaration> read = read(
                TAGGER + "interface M extends Late {}",
                "enum First { A, B }",
                "enum Second { A, B }",
                "interface Late { java.util.List<Second> tag(java.util.List<String> words); }");
        assertEquals(1, read.size());
        EnumTags tags = assertInstanceOf(EnumTags.class, read.get(0).tags());
        assertEquals("p.Second", tags.type().getQualifiedName().toString());
    }

    @Test
    void aNestedInterfaceWaitsToo() {
        List<Declaration> read = read(
                "class M { " + TAGGER + "interface Inner { List<Late> tag(List<String> words); } }",
                "enum Late { A, B }");
        assertEquals("M_InnerModel", read.get(0).modelName());
    }

    @Test
    void aConstantThatIsWrittenInTheFirstRoundIsReadInTheSecond() {
        List<Declaration> read = read(
                "@Tagger @Embedding(dim = Late.DIM) @Lstm @Linear interface M { " + Said.TAG + " }",
                "interface Late { int DIM = 7; }");
        assertEquals(7, read.get(0).of(EmbeddingDecl.class).get(0).dim());
    }
}
