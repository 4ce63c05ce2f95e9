package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.TAGGER;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MethodMessagesTest {
    private static final String EXACTLY = ", with exactly these types (no raw types, wildcards or subtypes);"
            + " make any other method default or static.";
    private static final String WORD_SHAPES = " It can have `List<T> tag(List<String> words)`,"
            + " `Tagging<T> tag(List<String> words)`, `List<List<T>> tagAll(List<List<String>> sentences)`,"
            + " `List<Tagging<T>> tagAll(List<List<String>> sentences)`,"
            + " `Stream<List<T>> tagAll(Stream<List<String>> sentences)`, `Stream<Tagging<T>> tagAll(Stream<List<String>> sentences)`,"
            + " `Iterable<List<T>> tagAll(Iterable<List<String>> sentences)`,"
            + " `Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences)`, `float[][] scores(List<String> words)`,"
            + " `void scores(List<String> words, float[][] into)`,"
            + " `List<Tagging<T>> nBest(List<String> words, int n)`, `float[][] encode(List<String> words)`" + EXACTLY;
    private static final String VECTOR_SHAPES = " It can have `List<T> tag(float[][] inputs)`,"
            + " `Tagging<T> tag(float[][] inputs)`, `List<List<T>> tagAll(List<float[][]> sequences)`,"
            + " `List<Tagging<T>> tagAll(List<float[][]> sequences)`,"
            + " `Stream<List<T>> tagAll(Stream<float[][]> sequences)`, `Stream<Tagging<T>> tagAll(Stream<float[][]> sequences)`,"
            + " `Iterable<List<T>> tagAll(Iterable<float[][]> sequences)`,"
            + " `Iterable<Tagging<T>> tagAll(Iterable<float[][]> sequences)`, `float[][] scores(float[][] inputs)`,"
            + " `void scores(float[][] inputs, float[][] into)`,"
            + " `List<Tagging<T>> nBest(float[][] inputs, int n)`, `float[][] encode(float[][] inputs)`" + EXACTLY;
    private static final String ENCODER_SHAPES = " It can have `float[][] encode(float[][] inputs)`,"
            + " `void encode(float[][] inputs, float[][] into)`,"
            + " `Encoding encode(float[][] inputs, EncoderState state)`, `Stepper stepper()`" + EXACTLY;
    private static final String ENCODER = "@Encoder @Input(dim = 3) @Lstm ";

    @Test
    void anUnknownMethodIsAnError() {
        about(TAGGER + "interface M { " + TAG + "\nint →count(String word, long[] at); }")
                .error(
                        "LW060: `int count(String word, long[] at)` is no method that Lanewise can write for this @Tagger."
                                + WORD_SHAPES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            List<String> tags(List<String> words)             | List<T> tag(List<String> words)
            List<String> predict(List<String> words)          | List<T> tag(List<String> words)
            Tagging<String> tagged(List<String> words)        | Tagging<T> tag(List<String> words)
            List<List<String>> tagall(List<List<String>> all) | List<List<T>> tagAll(List<List<String>> sentences)
            List<Tagging<String>> tagEach(List<List<String>> s) | List<Tagging<T>> tagAll(List<List<String>> sentences)
            List<Tagging<String>> best(List<String> words, int n) | List<Tagging<T>> nBest(List<String> words, int n)
            List<Tagging<String>> nBest(List<String> words, long n) | List<Tagging<T>> nBest(List<String> words, int n)
            Iterator<List<String>> tagAll(Iterator<List<String>> s) | Iterable<List<T>> tagAll(Iterable<List<String>> sentences)
            String tag(List<String> words)                    | List<T> tag(List<String> words)
            List<? extends Number> tag(List<String> words)    | List<T> tag(List<String> words)
            List<String> tag(List<? extends String> words)    | List<T> tag(List<String> words)
            List<String> tag(Collection<String> words)        | List<T> tag(List<String> words)
            List tag(List words)                              | List<T> tag(List<String> words)
            List<String> tag(String[] words)                  | List<T> tag(List<String> words)
            double[][] scores(List<String> words)             | float[][] scores(List<String> words)
            float[][] score(List<String> words)               | float[][] scores(List<String> words)
            float[][] scores(List<String> words, float[][] f) | void scores(List<String> words, float[][] into)
            float[] encode(List<String> words)                | float[][] encode(List<String> words)
            """)
    void aNearMissIsAQuestion(String method, String meant) {
        about(TAGGER + "interface M {\n" + method.replaceFirst(" (\\w+\\()", " →$1") + "; }")
                .error("LW061: `" + method + "` is no method that Lanewise can write for this @Tagger; did you mean `"
                        + meant + "`?" + WORD_SHAPES);
    }

    @Test
    void aMisspeltStreamIsAQuestion() {
        about("import java.util.stream.Stream;\n" + TAGGER
                        + "interface M {\nStream<List<String>> →tagStream(Stream<List<String>> s); }")
                .error(
                        "LW061: `Stream<List<String>> tagStream(Stream<List<String>> s)` is no method that Lanewise can write"
                                + " for this @Tagger; did you mean `Stream<List<T>> tagAll(Stream<List<String>> sentences)`?"
                                + WORD_SHAPES);
    }

    @Test
    void aStreamOfResultsTakesAStream() {
        about("import java.util.stream.Stream;\n" + TAGGER
                        + "interface M {\nStream<List<String>> →tagAll(List<List<String>> s); }")
                .error("LW061: `Stream<List<String>> tagAll(List<List<String>> s)` is no method that Lanewise can write"
                        + " for this @Tagger; did you mean `List<List<T>> tagAll(List<List<String>> sentences)`?"
                        + WORD_SHAPES);
    }

    @Test
    void aMisspeltStepperIsAQuestion() {
        about(ENCODER + "interface M {\nStepper →steper(); }")
                .error("LW061: `Stepper steper()` is no method that Lanewise can write for this @Encoder; did you mean"
                        + " `Stepper stepper()`?" + ENCODER_SHAPES);
    }

    @Test
    void anInheritedMethodIsReportedAtTheInterface() {
        about(
                        TAGGER
                                + "\n→interface M extends Base<String> {}\ninterface Base<X> { List<X> tags(List<String> words); }")
                .error("LW061: `List<String> tags(List<String> words)`, inherited from Base, is no method that Lanewise"
                        + " can write for this @Tagger; did you mean `List<T> tag(List<String> words)`?" + WORD_SHAPES);
    }

    @Test
    void anEncoderTagsNothing() {
        about(ENCODER + "interface M {\nList<String> →tag(float[][] inputs); }")
                .error("LW062: `List<String> tag(float[][] inputs)` is a method of a @Tagger, but this is an @Encoder."
                        + ENCODER_SHAPES);
    }

    @Test
    void aTaggerHasNoStepper() {
        about(TAGGER + "interface M { " + TAG + "\nStepper →stepper(); }")
                .error("LW063: `Stepper stepper()` is a method of an @Encoder, but this is a @Tagger." + WORD_SHAPES);
    }

    @Test
    void aTaggerCarriesNoState() {
        about("@Tagger @Input(dim = 3) @Lstm @Linear interface M {\n"
                        + "Encoding →encode(float[][] inputs, EncoderState state); }")
                .error(
                        "LW063: `Encoding encode(float[][] inputs, EncoderState state)` is a method of an @Encoder, but this"
                                + " is a @Tagger." + VECTOR_SHAPES);
    }

    @Test
    void aTaggerOfVectorsReadsNoWords() {
        about("@Tagger @Input(dim = 3) @Lstm @Linear interface M {\nList<String> →tag(List<String> words); }")
                .error("LW064: `List<String> tag(List<String> words)` takes words, but this model reads the vectors of"
                        + " @Input." + VECTOR_SHAPES);
    }

    @Test
    void anEncoderReadsNoWords() {
        about(ENCODER + "interface M {\nfloat[][] →encode(List<String> words); }")
                .error("LW064: `float[][] encode(List<String> words)` takes words, but this model reads the vectors of"
                        + " @Input." + ENCODER_SHAPES);
    }

    @Test
    void aTaggerOfWordsReadsNoVectors() {
        about(TAGGER + "interface M {\nList<String> →tag(float[][] inputs); }")
                .error("LW065: `List<String> tag(float[][] inputs)` takes vectors, but this model reads words."
                        + WORD_SHAPES);
    }

    @Test
    void aGenericMethodIsAnError() {
        about(TAGGER + "interface M {\n<T> List<T> →tag(List<String> words); }")
                .error("LW066: `List<T> tag(List<String> words)` has type parameters of its own."
                        + " Name the tag enum, or String, in its types; or make it a default or static method.");
    }

    @Test
    void aStepperRunsInOneDirection() {
        about("@Encoder @Input(dim = 3) @Lstm(bidirectional = true) interface M {\nStepper →stepper(); }")
                .error("LW067: `Stepper stepper()` takes one input at a time, but @Lstm is bidirectional and has to see"
                        + " the whole sequence first. Use encode, or take `bidirectional = true` away.");
    }

    @Test
    void aBidirectionalEncoderMayStartFromAState() {
        about("@Encoder @Input(dim = 3) @Lstm(bidirectional = true) interface M {"
                        + " Encoding encode(float[][] inputs, EncoderState state); }")
                .nothing();
    }

    @Test
    void nothingToCallIsAWarning() {
        about(ENCODER + "\n→interface M { static int one() { return 1; } default int two() { return 2; } }")
                .warning(
                        "LW068: M has no abstract method, so the class written for it can be trained, saved and loaded,"
                                + " but not be used. Add one or more of: `float[][] encode(float[][] inputs)`,"
                                + " `void encode(float[][] inputs, float[][] into)`,"
                                + " `Encoding encode(float[][] inputs, EncoderState state)`, `Stepper stepper()`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void →save(java.nio.file.Path file)",
                "int →info()",
                "M →load(java.nio.file.Path file)",
                "void →trainer()"
            })
    void aDefaultMethodDoesNotTakeANameOfTheModel(String method) {
        about(TAGGER + "interface M { " + TAG + "\ndefault " + method + " { throw new RuntimeException(); } }")
                .error("LW069: `" + method.replace("→", "").replace("java.nio.file.", "")
                        + "` would be replaced by the method of this name that MModel has for every model."
                        + " Give it another name.");
    }

    @Test
    void aGenericDefaultMethodDoesNotEither() {
        about(TAGGER + "interface M { " + TAG
                        + "\ndefault <T extends java.nio.file.Path> T →load(T file) { return file; } }")
                .error("LW069: `T load(T file)` would be replaced by the method of this name that MModel has for every"
                        + " model. Give it another name.");
    }

    @Test
    void aMethodOfAGenericParentDoesNotEither() {
        about("interface Parent<P> { default void save(P file) {} }\n" + TAGGER
                        + "\n→interface M extends Parent<java.nio.file.Path> { " + TAG + " }")
                .error(
                        "LW069: `void save(Path file)`, inherited from Parent, would be replaced by the method of this name"
                                + " that MModel has for every model. Give it another name.");
    }

    @Test
    void otherOverloadsOfTheModelsMethodsAreFine() {
        about(TAGGER + "interface M { " + TAG
                        + " default void save(String file) {} default int info(int level) { return level; }"
                        + " static M load(java.nio.file.Path file) { return null; } }")
                .nothing();
    }

    @Test
    void checkedExceptionsAreFine() {
        about(TAGGER + "interface M { List<String> tag(List<String> words) throws java.io.IOException; }")
                .nothing();
    }

    @Test
    void methodsOfObjectMayBeRepeated() {
        about(TAGGER + "interface M { " + TAG + " boolean equals(Object other); int hashCode(); String toString(); }")
                .nothing();
    }
}
