package dev.lanewise.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that users give never get in the way of what is written. */
final class UsersNamesTest {
    private static void assertCompiles(String source, JavaFileObject... others) {
        List<JavaFileObject> files = Stream.concat(Stream.of(Marked.of(source).file()), Stream.of(others))
                .toList();
        Compilation compilation = Compiler.javac()
                .withProcessors(new LanewiseProcessor())
                .withOptions("-Alanewise.vector=never")
                .compile(files);
        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "Sequence", "dev", "words2", "model", "sequence", "Arrays"})
    void ofParameters(String name) {
        assertCompiles(Said.TAGGER
                + "interface M { List<String> tag(List<String> %1$s); float[][] encode(List<String> %1$s);"
                        .formatted(name)
                + " void scores(List<String> %1$s, float[][] %1$s2); }".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$T", "$", "token", "t", "tokens", "COLUMNS", "Arrays", "größe"})
    void ofComponents(String name) {
        assertCompiles("@Tagger @Embedding @Affix(of = \"%1$s\", name = \"ends\") @Lstm @Linear interface M {"
                        .formatted(name)
                + " List<String> tag(List<Token> tokens); record Token(String word, String %s) {} }".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$T", "$", "core", "tags", "HEADS", "TYPE", "all", "other2", "model", "größe"})
    void ofComponentsOfTags(String name) {
        assertCompiles(
                "@Tagger @Embedding @Lstm @Linear(of = \"%1$s\", name = \"one\") @Linear(of = \"other\") interface M {"
                                .formatted(name)
                        + " record Tags(String other, String %1$s) {} List<Tags> tag(List<String> words);"
                                .formatted(name)
                        + " float[][] scores%s(List<String> words); }".formatted(capitalised(name)));
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parts", "Heads", "HEADS", "RecordType", "Maker", "Tagging", "R$T", "größe"})
    void ofRecordsOfTags(String name) {
        assertCompiles("@Tagger @Embedding @Lstm @Linear(of = \"a\") @Linear(of = \"b\") interface M {"
                + " enum E { A, B } record %1$s(E b, String a) {} List<%1$s> tag(List<String> words); }"
                        .formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "T", "a", "tagA"})
    void ofWhatIsDeprecatedAmongTags(String name) {
        String code = "@Tagger @Embedding @Lstm @Linear(of = \"a\") @Linear(of = \"b\") interface M {"
                + " List<R> tag(List<String> words); /*tagA*/ List<T> tagA(List<String> words);"
                + " /*T*/ enum T { A, B } /*R*/ record R(/*a*/ T a, String b) {} }";
        assertCompiles(code.replace("/*" + name + "*/", "@Deprecated(forRemoval = true)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Math", "Float", "Object", "Override", "String", "Integer", "Iterable", "Sequence", "Batch"})
    void ofClassesBesideTheInterface(String name) {
        assertCompiles(
                "@Tagger @Input(dim = 3) @Gru(hidden = 3) @Linear @Crf interface M {"
                        + " @java.lang.Override java.lang.String toString(); float[][] scores(float[][] inputs);"
                        + " List<java.lang.String> tag(float[][] inputs); }",
                Marked.other(name, "class " + name + " {}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math",
                "Float",
                "Kernels",
                "Net",
                "Maker",
                "VectorTwin",
                "ModelPass",
                "Model",
                "TaggerCore",
                "$",
                "A$B",
                "größe"
            })
    void ofTheInterface(String name) {
        assertCompiles("class M { @Tagger @Input(dim = 3) @Gru(hidden = 3) @Linear @Crf interface %s {".formatted(name)
                + " float[][] scores(float[][] inputs); List<String> tag(float[][] inputs); } }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "T", "W", "a", "tag"})
    void ofWhatIsDeprecated(String name) {
        String code = "@Tagger @Embedding @Lstm @Linear /*M*/ interface M { /*tag*/ List<T> tag(List<W> words);"
                + " /*T*/ enum T { A, B } /*W*/ record W(/*a*/ String a) {} }";
        assertCompiles(code.replace("/*" + name + "*/", "@Deprecated(forRemoval = true)"));
    }

    /** As many as there may be, one below the other in one expression of the written class. */
    @Test
    void ofAsManyLayersAsThereMayBe() {
        assertCompiles("@Tagger " + "@Embedding ".repeat(62) + "@CharLstm @CharCnn "
                + "@Lstm(layers = 16, bidirectional = true) ".repeat(4) + "@Linear @Crf interface M { " + Said.TAG
                + " }");
    }

    @Test
    void ofConstantsInCapitals() {
        assertCompiles(Said.TAGGER + "interface M { String UUID = \"\"; int TWINS = 1, TYPE = 2, L = 3, S = 4;"
                + " List<String> tag(List<String> words); }");
    }
}
