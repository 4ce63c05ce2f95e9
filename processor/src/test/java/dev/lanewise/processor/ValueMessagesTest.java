package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueMessagesTest {
    private static final String BODY = "\ninterface M { " + TAG + " }";
    private static final String DROPOUT_REMEDY =
            " is out of range. Choose a probability from 0 (no dropout) to below 1; 0.2 to 0.5 is usual.";
    private static final String ENCODER = "\ninterface M { float[][] encode(float[][] inputs); }";

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65537, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void embeddingsHaveARange(int dim) {
        about("@Tagger\n@Embedding(minCount = 2, dim = →" + dim + ")\n@Lstm @Linear" + BODY)
                .error("LW040: dim = " + dim + " of @Embedding is out of range."
                        + " Choose a number from 1 to 65536; 100 is a good start.");
    }

    @Test
    void wordsAreCountedFromOne() {
        about("@Tagger @Embedding(minCount = →0) @Lstm @Linear" + BODY)
                .error("LW041: minCount = 0 of @Embedding is less than 1."
                        + " Choose 1 to keep all, 2 to drop those that occur once.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17})
    void affixesHaveARange(int length) {
        about("@Tagger @Affix(length = →" + length + ") @Lstm @Linear" + BODY)
                .error("LW100: length = " + length + " of @Affix is out of range."
                        + " Choose a number from 1 to 16; 2 to 4 are usual.");
    }

    @Test
    void affixesAreCountedFromOne() {
        about("@Tagger @Affix(length = 2, minCount = →0) @Lstm @Linear" + BODY)
                .error("LW041: minCount = 0 of @Affix is less than 1."
                        + " Choose 1 to keep all, 2 to drop those that occur once.");
    }

    @Test
    void vectorsOfAffixesHaveARange() {
        about("@Tagger @Affix(dim = →0) @Lstm @Linear" + BODY)
                .error("LW101: dim = 0 of @Affix is out of range."
                        + " Choose a number from 1 to 65536; 8 to 50 are usual.");
    }

    @Test
    void vectorsOfShapesHaveARange() {
        about("@Tagger @Shape(dim = →65537) @Lstm @Linear" + BODY)
                .error("LW101: dim = 65537 of @Shape is out of range."
                        + " Choose a number from 1 to 65536; 8 to 50 are usual.");
    }

    @Test
    void characterEmbeddingsHaveARange() {
        about("@Tagger @CharLstm(embedding = →65537) @Lstm @Linear" + BODY)
                .error("LW042: embedding = 65537 of @CharLstm is out of range."
                        + " Choose a number from 1 to 65536; 30 is a good start.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8193})
    void characterUnitsHaveARange(int hidden) {
        about("@Tagger @CharLstm(hidden = →" + hidden + ") @Lstm @Linear" + BODY)
                .error("LW043: hidden = " + hidden + " of @CharLstm is out of range."
                        + " Choose a number from 1 to 8192; 50 is a good start.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8193})
    void filtersHaveARange(int filters) {
        about("@Tagger @CharCnn(filters = →" + filters + ") @Lstm @Linear" + BODY)
                .error("LW058: filters = " + filters + " of @CharCnn is out of range."
                        + " Choose a number from 1 to 8192; 50 is a good start.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void windowsHaveARange(int width) {
        about("@Tagger @CharCnn(width = →" + width + ") @Lstm @Linear" + BODY)
                .error("LW059: width = " + width + " of @CharCnn is out of range."
                        + " Choose a number from 1 to 9; 3 is usual.");
    }

    @Test
    void embeddingsOfConvolutionsHaveARange() {
        about("@Tagger @CharCnn(embedding = →0) @Lstm @Linear" + BODY)
                .error("LW042: embedding = 0 of @CharCnn is out of range."
                        + " Choose a number from 1 to 65536; 30 is a good start.");
    }

    @Test
    void projectionsHaveARange() {
        about("@Tagger @CharLstm(projection = →-1) @Lstm @Linear" + BODY)
                .error("LW044: projection = -1 of @CharLstm is out of range."
                        + " Choose a number from 1 to 65536, or 0 for no projection.");
    }

    @Test
    void inputsHaveARange() {
        about("@Encoder @Input(dim = →0) @Lstm" + ENCODER)
                .error("LW045: dim = 0 of @Input is out of range."
                        + " Give the length of your input vectors, from 1 to 65536.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8193})
    void unitsHaveARange(int hidden) {
        about("@Tagger @Embedding @Lstm(layers = 2, hidden = →" + hidden + ") @Linear" + BODY)
                .error("LW046: hidden = " + hidden + " of @Lstm is out of range."
                        + " Choose a number from 1 to 8192; 128 is a good start.");
    }

    @Test
    void gatedUnitsHaveARange() {
        about("@Tagger @Embedding @Gru(hidden = →0) @Linear" + BODY)
                .error("LW046: hidden = 0 of @Gru is out of range."
                        + " Choose a number from 1 to 8192; 128 is a good start.");
        about("@Tagger @Embedding @Gru(layers = →17) @Linear" + BODY)
                .error("LW047: layers = 17 of @Gru is out of range. Choose a number from 1 to 16; 1 or 2 is usual.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, Integer.MAX_VALUE})
    void layersHaveARange(int layers) {
        about("@Tagger @Embedding @Lstm(layers = →" + layers + ") @Linear" + BODY)
                .error("LW047: layers = " + layers + " of @Lstm is out of range."
                        + " Choose a number from 1 to 16; 1 or 2 is usual.");
    }

    @Test
    void aRepeatedAnnotationIsCalledByItsNumber() {
        // javac finds no tree for an annotation that it has put into a container: the type is as close as it gets.
        about("@Tagger @Embedding @Lstm @Lstm(hidden = 0) @Linear\n→interface M { " + TAG + " }")
                .error("LW046: hidden = 0 of @Lstm number 2 is out of range."
                        + " Choose a number from 1 to 8192; 128 is a good start.");
    }

    @Test
    void aConstantIsAsGoodAsANumber() {
        about("@Tagger @Embedding(dim = M.DIM →- 6) @Lstm @Linear\ninterface M { int DIM = 6; " + TAG + " }")
                .error("LW040: dim = 0 of @Embedding is out of range."
                        + " Choose a number from 1 to 65536; 100 is a good start.");
    }

    @Test
    void theLargestSizesAreFine() {
        about("@Tagger @Embedding(dim = 32768) @Lstm(hidden = 8192) @Lstm(hidden = 1, layers = 16) @Linear" + BODY)
                .nothing();
    }

    @Test
    void rareWordsNeedAnUnknownEntry() {
        about("@Tagger @Embedding(unknown = false, minCount = →2) @Lstm @Linear" + BODY)
                .error(
                        "LW048: minCount = 2 drops rare words, but with unknown = false there is no entry that they could"
                                + " be read as. Leave unknown = false away, or set minCount = 1.");
    }

    @Test
    void aMatrixFitsIntoAnArray() {
        about("@Tagger @Embedding(dim = 65536) @Lstm(hidden = →8192) @Linear" + BODY)
                .error("LW051: hidden = 8192 of @Lstm makes a weight matrix of 32768 x 65536 numbers, more than the"
                        + " 1073741824 that an array can hold. Choose smaller sizes.");
    }

    @Test
    void aCharacterMatrixFitsIntoAnArray() {
        about("@Tagger @CharLstm(embedding = 65536, hidden = →8192, projection = 1) @Lstm(hidden = 1) @Linear" + BODY)
                .error("LW051: hidden = 8192 of @CharLstm makes a weight matrix of 32768 x 65536 numbers, more than the"
                        + " 1073741824 that an array can hold. Choose smaller sizes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"→-0.1f", "→1f", "→2", "Float→.NaN", "Float→.POSITIVE_INFINITY"})
    void dropoutIsAProbabilityBelowOne(String value) {
        String text = String.valueOf(Float.parseFloat(
                value.replaceAll("Float|→|[.](?=[A-Z])", "").replace("POSITIVE_INFINITY", "Infinity")));
        for (String annotation : new String[] {"@Embedding", "@CharLstm", "@CharCnn", "@Affix", "@Shape"}) {
            about("@Tagger " + annotation + "(dropout = " + value + ") @Lstm @Linear" + BODY)
                    .error("LW053: dropout = " + text + " of " + annotation + DROPOUT_REMEDY);
        }
        for (String attribute : new String[] {"dropout", "inputDropout", "recurrentDropout"}) {
            about("@Tagger @Embedding @Lstm(" + attribute + " = " + value + ") @Linear" + BODY)
                    .error("LW053: " + attribute + " = " + text + " of @Lstm" + DROPOUT_REMEDY);
        }
        about("@Tagger @Embedding @Lstm @Linear(dropout = " + value + ")" + BODY)
                .error("LW053: dropout = " + text + " of @Linear" + DROPOUT_REMEDY);
    }

    @Test
    void aStackHasALimit() {
        String sixteen = "@Lstm(layers = 16) ";
        about("@Tagger @Embedding " + sixteen.repeat(4) + "@Lstm(layers = 1) @Linear\n→interface M { " + TAG + " }")
                .error("LW052: The encoder stack has 65 layers, more than 64."
                        + " Take some of them away; 1 to 3 are usual.");
    }
}
