package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.TAGGER;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about heads: the affine layer and the chain over it. */
final class HeadMessagesTest {

    private static final String MODEL = "\ninterface M { " + TAG + " }";

    private static String tags(String constants) {
        return "\ninterface M { enum Tag { " + constants + " } List<Tag> tag(List<String> words); }";
    }

    @Test
    void aCrfIsFine() {
        about(TAGGER + "@Crf" + MODEL).nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BIO", "BIOES"})
    void learnedTagsAreCheckedWhenTheyAreLearned(String scheme) {
        about(TAGGER + "@Crf(constraints = Constraints." + scheme + ")" + MODEL).nothing();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BIO | B_PER, I_PER, O, B_LOC",
                "BIO | B_PER",
                "BIOES | O, B_PER, I_PER, E_PER, S_LOC",
                "BIOES | S_PER, B_PER, E_PER",
                "NONE | NOUN, VERB"
            })
    void tagsOfTheSchemeAreFine(String scheme, String constants) {
        String two = constants.contains(",") ? constants : constants + ", O";
        about(TAGGER + "@Crf(constraints = Constraints." + scheme + ")" + tags(two))
                .nothing();
    }

    @Test
    void aCrfWithoutAffineLayerIsAnError() {
        about("@Tagger @Embedding @Lstm →@Crf" + MODEL)
                .error("LW090: @Crf stands on M without @Linear, which is to give it the scores of the tags."
                        + " Put @Linear between the last encoder and @Crf.");
    }

    @Test
    void aCrfOnAnEncoderIsAnError() {
        about("@Encoder @Input(dim = 3) @Lstm →@Crf interface M { float[][] encode(float[][] inputs); }")
                .error("LW024: M has a head, but an @Encoder gives hidden states."
                        + " Take @Crf away, or make it a @Tagger.");
    }

    @Test
    void aCrfBeforeItsAffineLayerIsAnError() {
        about("@Tagger @Embedding @Lstm →@Crf @Linear" + MODEL)
                .error("LW091: @Crf stands before @Linear, whose scores it is to read. Put @Crf below @Linear.");
    }

    @Test
    void countedTransitionsAreFine() {
        about("@Tagger @Embedding @Lstm @Linear(decoder = Decoder.VITERBI)" + MODEL)
                .nothing();
    }

    @Test
    void countedAndTrainedTransitionsAreAnError() {
        about("@Tagger @Embedding @Lstm @Linear(decoder = Decoder→.VITERBI) @Crf" + MODEL)
                .error(
                        "LW095: decoder = VITERBI, which counts transitions, stands together with @Crf, which trains them."
                                + " Take one of the two away; @Crf is the better one where training time allows.");
    }

    @Test
    void countedTransitionsOnAnEncoderAreAnError() {
        about("@Encoder @Input(dim = 3) @Lstm →@Linear(decoder = Decoder.VITERBI)"
                        + " interface M { float[][] encode(float[][] inputs); }")
                .error("LW024: M has a head, but an @Encoder gives hidden states."
                        + " Take @Linear away, or make it a @Tagger.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S_PER", "PER", "B", "BPER", "b_PER", "O_PER"})
    void constantsAreOfTheScheme(String constant) {
        about(TAGGER + "@Crf(constraints = Constraints→.BIO)" + tags("O, B_PER, " + constant))
                .error("LW092: " + constant + " of the enum Tag is no tag of constraints = BIO."
                        + " Call it O, or one of the letters B, I, then _ and a type, as in B_PER;"
                        + " or use constraints = NONE.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BIO | O, B_LOC, I_PER | I_PER | B_PER",
                "BIOES | O, B_PER, I_PER | B_PER | E_PER",
                "BIOES | O, E_PER | E_PER | B_PER",
                "BIOES | O, I_PER, E_PER | I_PER | B_PER"
            })
    void constantsHaveTheirPartners(String scheme, String constants, String constant, String partner) {
        about(TAGGER + "@Crf(constraints = Constraints→." + scheme + ")" + tags(constants))
                .error("LW093: " + constant + " of the enum Tag can stand in no sentence, since there is no " + partner
                        + ". Add " + partner + ", or use constraints = NONE.");
    }

    @Test
    void aSentenceOfOneWordHasATag() {
        about(TAGGER + "@Crf(constraints = Constraints→.BIOES)" + tags("B_PER, E_PER"))
                .error("LW094: No constant of the enum Tag can stand in a sentence of one word."
                        + " Add O, or use constraints = NONE.");
    }

    @Test
    void aSecondCrfIsAnError() {
        about(TAGGER + "@Crf @Crf" + MODEL.replace("interface", "→interface"))
                .error("LW145: @Crf number 2 is a second chain over the same head. Keep one of the two.");
    }
}
