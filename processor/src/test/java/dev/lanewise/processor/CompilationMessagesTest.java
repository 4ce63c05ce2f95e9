package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.TAGGER;
import static dev.lanewise.processor.Said.about;
import static dev.lanewise.processor.Said.with;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompilationMessagesTest {
    private static final String GOOD = TAGGER + "\n→interface M { " + TAG + " }";
    private static final String ANYWHERE = GOOD.replace("→", "");
    private static final String ADD = "--add-modules=jdk.incubator.vector";
    private static final List<String> NEVER = List.of("-Alanewise.vector=never");
    private static final Generator NONE = declaration -> {};

    @Test
    void anExceptionBecomesOneMessage() {
        Generator broken = declaration -> {
            throw failure();
        };
        with(broken, NEVER, GOOD)
                .error("LW000: Lanewise failed on M: java.lang.IllegalStateException at a.B.c(B.java:7) (no such tile)."
                        + " This is a bug in Lanewise, not in your code: please report it together with this line and"
                        + " the interface.");
    }

    private static IllegalStateException failure() {
        IllegalStateException failure = new IllegalStateException("no such tile");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("a.B", "c", "B.java", 7)});
        return failure;
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() {
        Generator broken = declaration -> {
            throw new IOException("disk full");
        };
        with(broken, NEVER, GOOD)
                .error("LW011: The compiler did not take the file of M: disk full."
                        + " See that the folder for generated sources can be written to.");
    }

    @Test
    void aMissingResultTypeIsAnErrorAtTheEnd() {
        about(TAGGER + "\n→interface M { List<Nowhere> tag(List<String> words); }")
                .error(missing("the type Nowhere (result of tag())"));
    }

    @Test
    void aMissingParameterTypeIsAnErrorAtTheEnd() {
        about(TAGGER + "\n→interface M { List<String> tag(List<? extends Nowhere[]> words); }")
                .error(missing("the type Nowhere (parameter of tag())"));
    }

    @Test
    void aMissingExceptionIsAnErrorAtTheEnd() {
        about(TAGGER + "\n→interface M { List<String> tag(List<String> words) throws Nowhere; }")
                .error(missing("the type Nowhere (exception of tag())"));
    }

    @Test
    void aMissingSuperInterfaceIsAnErrorAtTheEnd() {
        about(TAGGER + "\n→interface M extends Base {}\ninterface Base extends Comparable<Nowhere> {}")
                .error(missing("the type Nowhere (super-interface of Base)"));
    }

    @Test
    void aMissingConstantIsAnErrorAtTheEnd() {
        about("@Tagger @Embedding(dim = Nowhere.DIM) @Lstm @Linear\n→interface M { " + TAG + " }")
                .error(missing("the value of dim of @Embedding"));
    }

    private static String missing(String what) {
        return "LW010: Nothing is written for M, since " + what + " cannot be found."
                + " Correct the name or the import; if another annotation processor is to write it, see that it runs.";
    }

    @Test
    void whatIsMissingInOtherMethodsDoesNotMatter() {
        // The model that is still to be written is a type that is missing, too.
        List<Declaration> read = new ArrayList<>();
        with(
                read::add,
                NEVER,
                TAGGER + "interface M { " + TAG + " static MModel load() { return null; }"
                        + " default MModel copy() { return null; } }");
        assertTrue(read.size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "AUTO", ""})
    void theOptionIsOneOfThree(String option) {
        with(NONE, List.of("-Alanewise.vector=" + option), ANYWHERE)
                .error("LW080: -Alanewise.vector=" + option + " is none of auto, require, never."
                        + " Use one of these; auto is the default.");
    }

    @Test
    void aRequiredModuleThatIsNotVisibleIsAnError() {
        with(NONE, List.of("-Alanewise.vector=require"), GOOD)
                .error("LW081: -Alanewise.vector=require, but the module jdk.incubator.vector is not visible from M."
                        + " Add --add-modules jdk.incubator.vector to the compiler's arguments (a named module:"
                        + " `requires jdk.incubator.vector`).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Alanewise.vector=auto", "-parameters"})
    void aModuleThatIsNotVisibleIsOneWarning(String option) {
        with(NONE, List.of(option), ANYWHERE, Marked.other("Second", TAGGER + "interface Second { " + TAG + " }"))
                .warning(
                        "LW082: Models are written without their vector twin and run on plain Java several times slower,"
                                + " since the module jdk.incubator.vector is not visible. Add --add-modules jdk.incubator.vector"
                                + " to the arguments of both the compiler and the java command (a named module: `requires"
                                + " jdk.incubator.vector`), or say -Alanewise.vector=never.");
    }

    @Test
    void theModuleIsOfNoInterestWhileThereAreErrors() {
        with(NONE, List.of(), "→@Tagger @Embedding @Lstm interface M { " + TAG + " }")
                .error("LW022: The tagger M has no head. Put @Linear last.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "require"})
    void aVisibleModuleGivesTheVectorTwin(String option) {
        List<Declaration> read = new ArrayList<>();
        with(read::add, List.of(ADD, "-Alanewise.vector=" + option), ANYWHERE).nothing();
        assertTrue(read.get(0).vector());
    }

    @Test
    void neverMeansNever() {
        List<Declaration> read = new ArrayList<>();
        with(read::add, List.of(ADD, "-Alanewise.vector=never"), ANYWHERE).nothing();
        assertFalse(read.get(0).vector());
    }
}
