package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.about;

import com.google.testing.compile.JavaFileObjects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about several heads and the records of their tags. */
final class SeveralHeadsMessagesTest {

    private static final String ENCODER = "@Tagger @Embedding @Lstm ";
    private static final String HEADS = ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\") ";
    private static final String TYPES = "enum Upos { A, B } record Tags(Upos upos, String xpos) {} ";
    // javac finds no tree for an annotation that it has put into a container: the type is as close as it gets.
    private static final String MODEL = "interface M { " + TYPES + "\nList<Tags> tag(List<String> words); }";

    private static final String FORMS = "`List<T> tag(List<String> words)`, `Tagging<T> tag(List<String> words)`,"
            + " `List<List<T>> tagAll(List<List<String>> sentences)`,"
            + " `List<Tagging<T>> tagAll(List<List<String>> sentences)`,"
            + " `Stream<List<T>> tagAll(Stream<List<String>> sentences)`,"
            + " `Stream<Tagging<T>> tagAll(Stream<List<String>> sentences)`,"
            + " `Iterable<List<T>> tagAll(Iterable<List<String>> sentences)`,"
            + " `Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences)`,"
            + " `List<Tagging<T>> nBest(List<String> words, int n)`,"
            + " `float[][] encode(List<String> words)`,"
            + " `List<T> tagUpos(List<String> words)`, `Tagging<T> tagUpos(List<String> words)`,"
            + " `List<List<T>> tagAllUpos(List<List<String>> sentences)`,"
            + " `List<Tagging<T>> tagAllUpos(List<List<String>> sentences)`,"
            + " `Stream<List<T>> tagAllUpos(Stream<List<String>> sentences)`,"
            + " `Stream<Tagging<T>> tagAllUpos(Stream<List<String>> sentences)`,"
            + " `Iterable<List<T>> tagAllUpos(Iterable<List<String>> sentences)`,"
            + " `Iterable<Tagging<T>> tagAllUpos(Iterable<List<String>> sentences)`,"
            + " `float[][] scoresUpos(List<String> words)`,"
            + " `void scoresUpos(List<String> words, float[][] into)`,"
            + " `List<Tagging<T>> nBestUpos(List<String> words, int n)` (and the like of xpos)";

    private static String with(String method) {
        return "interface M { " + TYPES + "List<Tags> tag(List<String> words);\n" + method + " }";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tagging<Tags> tag(List<String> words);",
                "List<List<Tags>> tagAll(List<List<String>> sentences);",
                "List<Upos> tagUpos(List<String> words);",
                "Tagging<String> tagXpos(List<String> words);",
                "List<Tagging<Upos>> tagAllUpos(List<List<String>> sentences);",
                "List<Tagging<Tags>> nBest(List<String> words, int n);",
                "float[][] scoresUpos(List<String> words);",
                "void scoresXpos(List<String> words, float[][] into);",
                "List<Tagging<String>> nBestXpos(List<String> words, int n);",
                "float[][] encode(List<String> words);"
            })
    void methodsOfTheWholeAndOfHeadsAreFine(String method) {
        String whole = method.contains(" tag(") ? "" : "List<Tags> tag(List<String> words); ";
        about(HEADS + "interface M { " + TYPES + whole + method + " }").nothing();
    }

    @Test
    void chainsAndCountsOfHeadsAreFine() {
        about(ENCODER + "@Linear(of = \"upos\", decoder = Decoder.VITERBI, weight = 0.5f) @Linear(of = \"xpos\")"
                        + " @Crf(of = \"xpos\") " + MODEL)
                .nothing();
    }

    @Test
    void aRecordOfOneIsFine() {
        about(ENCODER + "@Linear(of = \"upos\") @Crf interface M { record Tags(String upos) {}"
                        + " List<Tags> tag(List<String> words); }")
                .nothing();
    }

    @Test
    void aSecondHeadSaysWhatItGives() {
        about(ENCODER + "@Linear @Linear\n→interface M { " + TAG + " }")
                .error("LW023: M has several heads, but @Linear number 1 does not say what it gives."
                        + " Keep one @Linear, or say of each which component of a record of tags it gives:"
                        + " of = \"upos\".");
        about(ENCODER + "@Linear(of = \"upos\") @Linear\n→" + MODEL)
                .error("LW023: M has several heads, but @Linear number 2 does not say what it gives."
                        + " Keep one @Linear, or say of each which component of a record of tags it gives:"
                        + " of = \"upos\".");
    }

    @Test
    void someMethodSpeaksOfTheRecord() {
        about(HEADS.replace("@Tagger", "→@Tagger") + "interface M { List<String> tagXpos(List<String> words); }")
                .error("LW130: The heads of M give components of a record of tags, but no method speaks of it."
                        + " Add `List<Tags> tag(List<String> words)`, Tags being a record of upos, xpos.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "Upos", "Integer"})
    void tagsOfSeveralHeadsAreARecord(String type) {
        about(HEADS + "interface M { enum Upos { A, B }\nList<" + type + "> →tag(List<String> words); }")
                .error("LW131: `tag()` has " + type + " for its tags, but the heads of M give components of a record."
                        + " Use a record of upos, xpos; or keep one @Linear, without `of`.");
    }

    @Test
    void allMethodsSpeakOfTheSameRecord() {
        about(HEADS
                        + with("record Other(Upos upos, String xpos) {}\n"
                                + "List<List<Other>> →tagAll(List<List<String>> sentences);"))
                .error("LW071: `tagAll()` has Other for its tags, but `tag()` has Tags."
                        + " Use the same type for the tags in all methods.");
    }

    @Test
    void aGenericRecordIsAnError() {
        about(HEADS + "interface M { record Tags<T>(String upos, String xpos) {}\n"
                        + "@SuppressWarnings(\"rawtypes\") List<Tags> →tag(List<String> words); }")
                .error("LW132: The record of tags Tags is generic."
                        + " Take its type parameters away: components are enums or Strings.");
    }

    @Test
    void aHiddenRecordIsAnError() {
        about("class M { private record Tags(String upos, String xpos) {}\n" + HEADS
                        + "interface Inner {\nList<Tags> →tag(List<String> words); } }")
                .error("LW107: The class written for Inner cannot see the record Tags, since Tags is private."
                        + " Make Tags public, or package-private in the same package.");
    }

    @Test
    void aHiddenComponentIsAnError() {
        about("class M { private enum Upos { A, B } record Tags(Upos upos, String xpos) {}\n" + HEADS
                        + "interface Inner {\nList<Tags> →tag(List<String> words); } }")
                .error("LW073: The class written for Inner cannot see the enum Upos, since Upos is private."
                        + " Make Upos public, or package-private in the same package.");
    }

    @Test
    void aHeadGivesAComponentOfTheRecord() {
        about(HEADS + "@Linear(of = \"lemma\")\n→" + MODEL)
                .error("LW133: of = \"lemma\" of @Linear number 3 is no component of the record of tags Tags."
                        + " Choose one of its components: upos, xpos.");
    }

    @ParameterizedTest
    @CsvSource({"Integer, java.lang.Integer", "int, int", "List<String>, java.util.List<java.lang.String>"})
    void componentsAreEnumsOrStrings(String type, String full) {
        about(HEADS + "interface M { record Tags(" + type + " upos, String xpos) {}\n"
                        + "List<Tags> →tag(List<String> words); }")
                .error("LW134: The component upos of the record of tags Tags is of the type " + full
                        + ", which is neither an enum nor String."
                        + " Use an enum of your tags, or String to learn them from the training data.");
    }

    @Test
    void aComponentWithTooFewTagsIsAnError() {
        about(HEADS + "interface M { enum Upos { A } record Tags(Upos upos, String xpos) {}\n"
                        + "List<Tags> →tag(List<String> words); }")
                .error("LW072: The enum Upos has one constant, too few to choose from."
                        + " Give it two or more; or use String to learn the tags from the training data.");
    }

    @Test
    void everyComponentHasAHead() {
        about(HEADS + "interface M { record Tags(String upos, String xpos, String ner) {}\n"
                        + "List<Tags> →tag(List<String> words); }")
                .error("LW135: No head gives the component ner of the record of tags Tags."
                        + " Add @Linear(of = \"ner\"), or take the component away.");
    }

    @Test
    void aComponentHasOneHead() {
        about(HEADS + "@Linear(of = \"xpos\", name = \"again\")\n→" + MODEL)
                .error("LW136: of = \"xpos\" of @Linear number 3 is what @Linear number 2 gives already."
                        + " Take one of them away, or give it another component.");
    }

    @Test
    void aMethodOfAHeadSpeaksOfItsTags() {
        about(HEADS + with("List<String> →tagUpos(List<String> words);"))
                .error("LW137: `tagUpos()` has String for its tags, but the component upos of the record of tags is of"
                        + " the type Upos. Use Upos in its place.");
        about(HEADS + with("Tagging<Upos> →tagXpos(List<String> words);"))
                .error("LW137: `tagXpos()` has Upos for its tags, but the component xpos of the record of tags is of"
                        + " the type String. Use String in its place.");
    }

    @Test
    void scoresAreThoseOfOneHead() {
        about(ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\") "
                        + with("float[][] →scores(List<String> words);"))
                .error("LW138: `float[][] scores(List<String> words)` is a method of one head, but this @Tagger gives"
                        + " records of several. Put the component behind its name; it can have " + FORMS + ".");
    }

    @Test
    void aMethodOfAHeadThatIsMisspeltIsGuessed() {
        about(HEADS + with("List<Upos> →tagUPOS(List<String> words);"))
                .error("LW061: `List<Upos> tagUPOS(List<String> words)` is no method that Lanewise can write for this"
                        + " @Tagger; did you mean `List<T> tagUpos(List<String> words)`? It can have " + FORMS
                        + ", with exactly these types (no raw types, wildcards or subtypes); make any other method"
                        + " default or static.");
    }

    @ParameterizedTest
    @CsvSource({
        "upos, List<Upos>, '', 'List<T> tagUpos(List<String> words)'",
        "xpos, Tagging<String>, '', 'Tagging<T> tagXpos(List<String> words)'",
        "xpos, float[][], '', 'float[][] scoresXpos(List<String> words)'",
        "upos, List<Tagging<Upos>>, ', int n', 'List<Tagging<T>> nBestUpos(List<String> words, int n)'"
    })
    void aMethodThatIsCalledAsAComponentAloneIsGuessed(String name, String result, String more, String meant) {
        String written = result + " " + name + "(List<String> words" + more + ")";
        about(HEADS + with(written.replace(name + "(", "→" + name + "(") + ";"))
                .error("LW061: `" + written + "` is no method that Lanewise can write for this @Tagger; did you mean `"
                        + meant + "`? It can have " + FORMS
                        + ", with exactly these types (no raw types, wildcards or subtypes); make any other method"
                        + " default or static.");
    }

    @ParameterizedTest
    @CsvSource({
        "List<String> tagLemma(List<String> words)",
        "'List<Tagging<String>> nBestLemma(List<String> words, int n)'",
        "List<Tagging<String>> tagAllLemma(List<List<String>> sentences)",
        "float[][] scoresLemma(List<String> words)"
    })
    void aMethodOfAHeadThatIsNotThereIsAnError(String written) {
        about(HEADS + with(written.replaceFirst(" (\\w+)\\(", " →$1(") + ";"))
                .error("LW146: `" + written + "` is a method of the component lemma, which no head gives."
                        + " Put one of upos, xpos behind its name; or add @Linear(of = \"lemma\") and that component of"
                        + " the record.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List<Tagging<Upos>> →nBest(List<String> words, int n);",
                "List<Tagging<String>> →nBest(List<String> words, int n);"
            })
    void theBestTaggingsOfTheWholeAreOfRecords(String method) {
        about(HEADS + with(method))
                .error("LW071: `nBest()` has " + (method.contains("Upos") ? "Upos" : "String")
                        + " for its tags, but `tag()` has Tags. Use the same type for the tags in all methods.");
    }

    @ParameterizedTest
    @CsvSource({"0f, 0.0", "-1f, -1.0", "0f / 0f, NaN", "1f / 0f, Infinity"})
    void weightsAreAboveZero(String written, String shown) {
        about(ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\", weight = " + written + ")\n→" + MODEL)
                .error("LW139: weight = " + shown + " of @Linear number 2 is out of range."
                        + " Choose a number above 0; 1 is usual, smaller ones for what matters less.");
    }

    @Test
    void aWeightOfTheOnlyHeadIsAnError() {
        about(ENCODER + "@Linear(weight = →2f) interface M { " + TAG + " }")
                .error("LW140: weight = 2.0 weighs the loss of the only head against nothing."
                        + " Take it away; the learning rate says how far a step goes.");
    }

    @Test
    void headsDropTheSame() {
        about(ENCODER + "@Linear(of = \"upos\", dropout = 0.5f) @Linear(of = \"xpos\")\n→" + MODEL)
                .error(
                        "LW141: dropout = 0.0 of @Linear number 2 is not the 0.5 of @Linear number 1, though both read the"
                                + " same numbers. Use the same dropout for all heads.");
    }

    @Test
    void thereIsAMostOfHeads() {
        String heads = IntStream.range(0, 65)
                .mapToObj(i -> "@Linear(of = \"c" + i + "\")")
                .collect(Collectors.joining(" "));
        String components = IntStream.range(0, 65).mapToObj(i -> "String c" + i).collect(Collectors.joining(", "));
        about(ENCODER + heads + "\n→interface M { record Tags(" + components
                        + ") {} List<Tags> tag(List<String> words); }")
                .error("LW142: M has 65 heads, more than 64. Take some of them away; 1 to 3 are usual.");
    }

    @Test
    void aChainOfSeveralHeadsSaysWhoseItIs() {
        about(HEADS + "\n→@Crf " + MODEL)
                .error("LW143: M has several heads, but @Crf does not say whose chain it is."
                        + " Give it the component of its @Linear: of = \"upos\".");
    }

    @Test
    void aChainIsThatOfAHead() {
        about(HEADS + "@Crf(of = →\"ner\") " + MODEL)
                .error("LW144: of = \"ner\" of @Crf is what no @Linear gives. Correct it: choose one of upos, xpos.");
        about(ENCODER + "@Linear @Crf(of = →\"ner\") interface M { " + TAG + " }")
                .error("LW144: of = \"ner\" of @Crf is what no @Linear gives. Correct it: leave `of` away.");
    }

    @Test
    void constraintsAreThoseOfTheHead() {
        about(HEADS + "@Crf(of = \"upos\", constraints = Constraints→.BIO) " + MODEL)
                .error("LW092: A of the enum Upos is no tag of constraints = BIO."
                        + " Call it O, or one of the letters B, I, then _ and a type, as in B_PER;"
                        + " or use constraints = NONE.");
    }

    @Test
    void countsAndAChainOfOneHeadAreAnError() {
        about(ENCODER + "@Linear(of = \"upos\") @Linear(of = \"xpos\", decoder = Decoder.VITERBI)"
                        + " @Crf(of = \"xpos\")\n→" + MODEL)
                .error(
                        "LW095: decoder = VITERBI, which counts transitions, stands together with @Crf, which trains them."
                                + " Take one of the two away; @Crf is the better one where training time allows.");
    }

    @Test
    void headsOfOneNameAreAnError() {
        about(ENCODER + "@Linear(of = \"upos\", name = \"h\") @Linear(of = \"xpos\", name = \"h\")\n→" + MODEL)
                .error("LW050: name = \"h\" of @Linear number 2 gives the tensor h.weight, which @Linear number 1 has"
                        + " already. Give one of them another name.");
    }

    @Test
    void aRecordOfAnotherPackageIsFine() {
        about(
                        HEADS + "interface M { List<q.Tags> tag(List<String> words); }",
                        JavaFileObjects.forSourceString(
                                "q.Tags", "package q; public record Tags(String xpos, Thread.State upos) {}"))
                .nothing();
    }
}
