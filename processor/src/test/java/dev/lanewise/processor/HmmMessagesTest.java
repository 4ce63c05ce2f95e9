package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.about;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HmmMessagesTest {
    private static final String BODY = "\ninterface M { " + TAG + " }";
    private static final String SHAPES = "`List<T> tag(List<String> words)`, `Tagging<T> tag(List<String> words)`,"
            + " `List<List<T>> tagAll(List<List<String>> sentences)`,"
            + " `List<Tagging<T>> tagAll(List<List<String>> sentences)`,"
            + " `Stream<List<T>> tagAll(Stream<List<String>> sentences)`, `Stream<Tagging<T>> tagAll(Stream<List<String>> sentences)`,"
            + " `Iterable<List<T>> tagAll(Iterable<List<String>> sentences)`,"
            + " `Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences)`, `float[][] scores(List<String> words)`,"
            + " `void scores(List<String> words, float[][] into)`";

    @ParameterizedTest
    @ValueSource(strings = {"@Hmm", "@Hmm(order = 1)", "@Hmm(order = 2, suffix = 0, rare = 1)", "@Hmm(suffix = 32)"})
    void anHmmIsFine(String hmm) {
        about("@Tagger " + hmm + BODY).nothing();
    }

    @Test
    void anHmmHasNoTwinToMiss() {
        Said.with(declaration -> {}, List.of("-Alanewise.vector=require"), "@Tagger @Hmm" + BODY)
                .nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Embedding", "@CharLstm", "@Lstm", "@Linear", "@Input"})
    void anHmmStandsAlone(String layer) {
        String attribute = layer.equals("@Input") ? "(dim = 3)" : "";
        String method = layer.equals("@Input") ? "List<String> tag(float[][] inputs);" : TAG;
        about("@Tagger @Hmm\n→" + layer + attribute + "\ninterface M { " + method + " }")
                .error("LW120: " + layer + " stands together with @Hmm, which counts words and tags and has no layers."
                        + " Keep @Tagger and @Hmm alone, or take @Hmm away.");
    }

    @Test
    void anEncoderIsNoHmm() {
        about("@Encoder →@Hmm\ninterface M { float[][] encode(float[][] inputs); }")
                .error("LW121: @Hmm gives tags, but M is an @Encoder. Make it a @Tagger, or take @Hmm away.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void theOrderIsOneOrTwo(int order) {
        about("@Tagger @Hmm(order = →" + order + ")" + BODY)
                .error("LW122: order = " + order + " of @Hmm is neither 1 nor 2."
                        + " Choose 2, so that a tag depends on the two tags before it, or 1 for a smaller model.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33})
    void endingsHaveARange(int suffix) {
        about("@Tagger @Hmm(order = 1, suffix = →" + suffix + ")" + BODY)
                .error("LW123: suffix = " + suffix + " of @Hmm is out of range."
                        + " Choose a number from 0 to 32; 10 is a good start.");
    }

    @Test
    void rareWordsAreCountedFromOne() {
        about("@Tagger @Hmm(rare = →0)" + BODY)
                .error("LW124: rare = 0 of @Hmm is out of range. Choose a number from 1; 10 is a good start.");
    }

    @Test
    void anHmmHasNoHiddenStates() {
        about("@Tagger @Hmm interface M { " + TAG + "\nfloat[][] →encode(List<String> words); }")
                .error(
                        "LW125: `float[][] encode(List<String> words)` is a method of a model with layers, but this is an"
                                + " @Hmm. It can have " + SHAPES + "; make any other method default or static.");
    }

    @Test
    void aStrayMethodIsToldOfTheMethodsOfAnHmm() {
        about("@Tagger @Hmm interface M { " + TAG + "\nint →count(String word, long[] at); }")
                .error(
                        "LW060: `int count(String word, long[] at)` is no method that Lanewise can write for this @Tagger."
                                + " It can have " + SHAPES
                                + ", with exactly these types (no raw types, wildcards or subtypes);"
                                + " make any other method default or static.");
    }
}
