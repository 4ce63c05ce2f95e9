package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameMessagesTest {
    private static final String BODY = "\ninterface M { " + TAG + " }";

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "a-b", "a b", ".a", "a.", "a..b", "wörter"})
    void namesAreThoseOfModules(String name) {
        about("@Tagger @Embedding(name = →\"" + name + "\") @Lstm @Linear" + BODY)
                .error("LW049: name = \"" + name + "\" of @Embedding is no name of a module in a state dict."
                        + " Use letters, digits and _, beginning with a letter or _, with dots between parts:"
                        + " \"encoder.lstm_1\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_a", "encoder.layers.0", "Words_2"})
    void modulesInModulesAreFine(String name) {
        about("@Tagger @Embedding(name = \"" + name + "\") @Lstm @Linear" + BODY)
                .nothing();
    }

    @Test
    void namesHaveAnEnd() {
        about("@Tagger @Embedding(name = \"" + "n".repeat(200) + "\") @Lstm @Linear" + BODY)
                .nothing();
        about("@Tagger @Embedding @Lstm @Linear(name = →\"" + "n".repeat(201) + "\")" + BODY)
                .error("LW054: The name of @Linear has 201 characters, more than 200. Choose a shorter one.");
    }

    @Test
    void onlyAnLstmMayHaveTheEmptyName() {
        about("@Tagger @Embedding @Lstm(name = \"\") @Linear" + BODY).nothing();
    }

    @Test
    void leftOutNamesNeverClash() {
        about("@Tagger @Embedding @Lstm @Lstm @Lstm @Linear" + BODY).nothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "char", "lstm", "layer", "layer2"})
    void aNameMayBeginThatOfALaterLayer(String name) {
        about("@Tagger @Embedding(name = \"" + name + "\") @Embedding @CharLstm(name = \"layer_chars\")"
                        + " @Lstm(name = \"char_lstm\") @Lstm(name = \"lstm_upper\") @Linear" + BODY)
                .nothing();
    }

    @Test
    void twoLayersOfOneNameAreAnError() {
        about("@Tagger @Embedding @Lstm @Linear(name = →\"word_embeddings\")" + BODY)
                .error("LW050: name = \"word_embeddings\" of @Linear gives the tensor word_embeddings.weight, which"
                        + " @Embedding has already. Give one of them another name.");
    }

    @Test
    void aNameMayClashWithThePartOfAnother() {
        about("@Tagger @CharLstm @Lstm(name = →\"char_lstm\") @Linear" + BODY)
                .error(
                        "LW050: name = \"char_lstm\" of @Lstm gives the tensor char_lstm.weight_ih_l0, which @CharLstm has"
                                + " already. Give one of them another name.");
    }

    @Test
    void aLeftOutNameMayClashWithAWrittenOne() {
        about("@Tagger @Embedding(name = \"char_embeddings\")\n→@CharLstm @Lstm @Linear" + BODY)
                .error(
                        "LW050: name = \"char\" of @CharLstm gives the tensor char_embeddings.weight, which @Embedding has"
                                + " already. Give one of them another name.");
    }
}
