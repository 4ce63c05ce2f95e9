package dev.lanewise.processor;

import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;

final class TokenMessagesTest {
    private static final String TAGS = " enum Tag { A, B }";
    private static final String TOKEN = " record Token(String form, String pos, int position) {}";
    private static final String BODY = "\ninterface M { List<Tag> tag(List<Token> tokens);" + TAGS + TOKEN + " }";

    @Test
    void componentsAreThoseOfTheRecord() {
        about("@Tagger @Embedding(of = →\"suffix\") @Lstm @Linear" + BODY)
                .error("LW102: of = \"suffix\" of @Embedding is no component of the record Token."
                        + " Choose one of its String components: form, pos.");
    }

    @Test
    void aMisspeltComponentIsGuessed() {
        about("@Tagger @CharLstm(of = →\"from\") @Lstm @Linear" + BODY)
                .error("LW102: of = \"from\" of @CharLstm is no component of the record Token."
                        + " Choose one of its String components: form, pos.");
        about("@Tagger @CharLstm(of = →\"Form\") @Lstm @Linear" + BODY)
                .error("LW103: of = \"Form\" of @CharLstm is no component of the record Token; did you mean \"form\"?"
                        + " Choose one of its String components: form, pos.");
        about("@Tagger @Embedding @Shape(of = →\"poss\") @Lstm @Linear" + BODY)
                .error("LW103: of = \"poss\" of @Shape is no component of the record Token; did you mean \"pos\"?"
                        + " Choose one of its String components: form, pos.");
    }

    @Test
    void onlyTextsAreLookedUp() {
        about("@Tagger @Embedding @Affix(of = →\"position\") @Lstm @Linear" + BODY)
                .error("LW104: of = \"position\" of @Affix is a component of the record Token, but no String."
                        + " Choose one of its String components: form, pos.");
    }

    @Test
    void wordsHaveNoComponents() {
        about("@Tagger @Embedding(of = →\"pos\") @Lstm @Linear interface M { " + Said.TAG + " }")
                .error("LW105: of = \"pos\" of @Embedding names a component of a record, but the methods of this tagger"
                        + " take words. Take `of` away, or let the methods take a List of your record.");
    }

    @Test
    void aRecordNeedsText() {
        about("@Tagger @Embedding @Lstm @Linear\ninterface M { List<Tag> →tag(List<Token> tokens);" + TAGS
                        + " record Token(int id) {} }")
                .error("LW106: The record Token has no String component that could be looked up."
                        + " Give it one: `String form`.");
    }

    @Test
    void aHiddenRecordIsAnError() {
        about("class Outer { enum Tag { A, B } private record Token(String form) {}"
                        + " @Tagger @Embedding @Lstm @Linear\ninterface M { List<Tag> →tag(List<Token> tokens); } }")
                .error("LW107: The class written for M cannot see the record Token, since Token is private."
                        + " Make Token public, or package-private in the same package.");
    }

    @Test
    void allMethodsTakeTheSameTokens() {
        about("@Tagger @Embedding @Lstm @Linear\ninterface M { List<Tag> tag(List<Token> tokens);"
                        + " float[][] →scores(List<String> words);" + TAGS + TOKEN + " }")
                .error(
                        "LW108: `float[][] scores(List<String> words)` does not take a List<Token> as another method does."
                                + " It can have `List<T> tag(List<Token> tokens)`, `Tagging<T> tag(List<Token> tokens)`,"
                                + " `List<List<T>> tagAll(List<List<Token>> sentences)`,"
                                + " `List<Tagging<T>> tagAll(List<List<Token>> sentences)`,"
                                + " `Stream<List<T>> tagAll(Stream<List<Token>> sentences)`, `Stream<Tagging<T>> tagAll(Stream<List<Token>> sentences)`,"
                                + " `Iterable<List<T>> tagAll(Iterable<List<Token>> sentences)`,"
                                + " `Iterable<Tagging<T>> tagAll(Iterable<List<Token>> sentences)`,"
                                + " `float[][] scores(List<Token> tokens)`,"
                                + " `void scores(List<Token> tokens, float[][] into)`,"
                                + " `List<Tagging<T>> nBest(List<Token> tokens, int n)`,"
                                + " `float[][] encode(List<Token> tokens)`, with exactly these types (no raw types, wildcards or"
                                + " subtypes); make any other method default or static.");
    }

    @Test
    void theMethodsForExamplesAreReserved() {
        about("@Tagger @Embedding @Lstm @Linear\ninterface M { List<Tag> tag(List<Token> tokens);"
                        + " default int →sequence(List<String> any) { return 0; }" + TAGS + TOKEN + " }")
                .error(
                        "LW069: `int sequence(List<String> any)` would be replaced by the method of this name that MModel has"
                                + " for every model. Give it another name.");
    }

    @Test
    void hiddenMarkovModelsReadWords() {
        about("@Tagger @Hmm\ninterface M { List<Tag> →tag(List<Token> tokens);" + TAGS + TOKEN + " }")
                .error(
                        "LW060: `List<Tag> tag(List<Token> tokens)` is no method that Lanewise can write for this @Tagger."
                                + " It can have `List<T> tag(List<String> words)`, `Tagging<T> tag(List<String> words)`,"
                                + " `List<List<T>> tagAll(List<List<String>> sentences)`,"
                                + " `List<Tagging<T>> tagAll(List<List<String>> sentences)`,"
                                + " `Stream<List<T>> tagAll(Stream<List<String>> sentences)`, `Stream<Tagging<T>> tagAll(Stream<List<String>> sentences)`,"
                                + " `Iterable<List<T>> tagAll(Iterable<List<String>> sentences)`,"
                                + " `Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences)`,"
                                + " `float[][] scores(List<String> words)`,"
                                + " `void scores(List<String> words, float[][] into)`, with exactly these types (no raw types,"
                                + " wildcards or subtypes); make any other method default or static.");
    }
}
