package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;

final class PipelineMessagesTest {
    private static final String TAGGER = "\ninterface M { " + TAG + " }";
    private static final String ENCODER = "\ninterface M { float[][] encode(float[][] inputs); }";

    @Test
    void theBareTaggerIsFine() {
        about("@Tagger @Embedding @CharLstm @Lstm @Linear" + TAGGER).nothing();
    }

    @Test
    void aTaggerOfVectorsIsFine() {
        about("@Tagger @Input(dim = 3) @Lstm @Linear interface M { List<String> tag(float[][] inputs); }")
                .nothing();
    }

    @Test
    void anEncoderIsFine() {
        about("@Encoder @Input(dim = 3) @Lstm(hidden = 3)" + ENCODER).nothing();
    }

    @Test
    void theKindMayStandAnywhere() {
        about("@Embedding @Lstm @Tagger @Linear" + TAGGER).nothing();
    }

    @Test
    void aTaggerWithoutFeaturesIsAnError() {
        about("→@Tagger @Lstm @Linear" + TAGGER)
                .error("LW020: The tagger M has nothing to read."
                        + " Put @Embedding, @CharLstm or both above @Lstm, or @Input(dim = ...) for dense vectors.");
    }

    @Test
    void aTaggerWithoutEncoderIsAnError() {
        about("→@Tagger @Embedding @Linear" + TAGGER)
                .error("LW021: M has no encoder. Put @Lstm or @Gru after the features.");
    }

    @Test
    void anEncoderWithoutEncoderIsAnError() {
        about("→@Encoder @Input(dim = 3)" + ENCODER)
                .error("LW021: M has no encoder. Put @Lstm or @Gru after the features.");
    }

    @Test
    void aTaggerWithoutHeadIsAnError() {
        about("→@Tagger @Embedding @Lstm" + TAGGER).error("LW022: The tagger M has no head. Put @Linear last.");
    }

    @Test
    void anEncoderWithHeadIsAnError() {
        about("@Encoder @Input(dim = 3) @Lstm →@Linear" + ENCODER)
                .error("LW024: M has a head, but an @Encoder gives hidden states."
                        + " Take @Linear away, or make it a @Tagger.");
    }

    @Test
    void aHeadBeforeTheEncoderIsAnError() {
        about("@Tagger @Embedding →@Linear @Lstm" + TAGGER)
                .error("LW025: @Linear stands before the encoder. Put @Linear below the last @Lstm.");
    }

    @Test
    void anEncoderBeforeTheFeaturesIsAnError() {
        about("@Tagger →@Lstm @Embedding @CharLstm @Linear" + TAGGER)
                .error("LW026: @Lstm stands before the features that it is to read."
                        + " Order the annotations from top to bottom: features, @Lstm, @Linear.");
    }

    @Test
    void aFeatureAfterTheEncoderIsAnError() {
        about("@Tagger @Embedding @Lstm @Linear\n→@CharLstm" + TAGGER)
                .error("LW027: The feature @CharLstm stands after the encoder that is to read it."
                        + " Put it above the first @Lstm.");
    }

    @Test
    void anEncoderWithoutInputIsAnError() {
        about("→@Encoder @Lstm" + ENCODER)
                .error("LW028: The encoder M has no @Input."
                        + " Put @Input(dim = ...) above @Lstm, dim being the length of its vectors.");
    }

    @Test
    void anEncoderOfWordsIsAnError() {
        about("@Encoder →@Embedding @Lstm" + ENCODER)
                .error("LW029: @Embedding reads words, but an @Encoder reads dense vectors."
                        + " Use @Input(dim = ...) in its place, or make it a @Tagger.");
    }

    @Test
    void vectorsTogetherWithWordsAreAnError() {
        about("@Tagger @Embedding →@Input(dim = 3) @Lstm @Linear"
                        + "\ninterface M { List<String> tag(float[][] inputs); }")
                .error("LW030: @Input, for dense vectors, stands together with @Embedding, for words."
                        + " Keep @Input alone, or only the features of words.");
    }

    @Test
    void tooManyFeaturesAreAnError() {
        String many = "@Embedding ".repeat(64);
        about("@Tagger " + many + "@Lstm @Linear\ninterface M { " + TAG + " }").nothing();
        about("@Tagger " + many + "@Embedding @Lstm @Linear\n→interface M { " + TAG + " }")
                .error("LW032: M has 65 features, more than 64. Take some of them away; 1 to 6 are usual.");
    }
}
