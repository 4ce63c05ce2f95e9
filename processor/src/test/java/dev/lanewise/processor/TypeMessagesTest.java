package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.TAGGER;
import static dev.lanewise.processor.Said.about;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypeMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"class M {}", "enum M {}", "record M() {}", "@interface M {}"})
    void onlyInterfacesAreDeclarations(String type) {
        about("→@Tagger @Embedding @Lstm @Linear\n" + type)
                .error("LW001: @Tagger stands on M, which is no interface."
                        + " Declare M as an interface; Lanewise writes the class that implements it.");
    }

    @Test
    void aGenericInterfaceIsAnError() {
        about(TAGGER + "\n→interface M<T> { List<T> tag(List<String> words); }")
                .error("LW002: M is generic."
                        + " Take the type parameters away and name the tag enum, or String, in the methods.");
    }

    @Test
    void aPrivateInterfaceIsAnError() {
        about("class M {\n" + TAGGER + "\nprivate →interface Inner { " + TAG + " } }")
                .error("LW003: Inner is private, so the class written for it cannot implement it."
                        + " Make it package-private or public.");
    }

    @Test
    void anInterfaceInAPrivateTypeIsAnError() {
        about("class M { private static class Hidden { static class Shown {\n" + TAGGER + "\npublic →interface Inner { "
                        + TAG + " } } } }")
                .error(
                        "LW004: Inner stands in the private type Hidden, so the class written for it cannot implement it."
                                + " Make Hidden package-private or public, or move the interface out of it.");
    }

    @Test
    void aSealedInterfaceIsAnError() {
        about(TAGGER + "\nsealed →interface M permits Sub { " + TAG + " }\nnon-sealed interface Sub extends M {}")
                .error("LW005: M is sealed, so the class written for it cannot implement it."
                        + " Take `sealed` and `permits` away.");
    }

    @Test
    void anInterfaceThatExtendsASealedOneIsFine() {
        about("sealed interface Top permits M { " + TAG + " }\n" + TAGGER + "non-sealed interface M extends Top {}")
                .nothing();
    }

    @Test
    void aTypeOfBothKindsIsAnError() {
        about("@Tagger @Embedding @Lstm @Linear\n→@Encoder\ninterface M { " + TAG + " }")
                .error("LW006: M is both @Tagger and @Encoder. Keep one; split the interface if you need both models.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Embedding", "@CharLstm", "@Input(dim = 3)", "@Lstm", "@Linear"})
    void aLayerWithoutAKindIsAnError(String layer) {
        String name = layer.replaceAll("\\(.*", "");
        about("→" + layer + "\ninterface M { " + TAG + " }")
                .error("LW007: " + name
                        + " stands on M, which has neither @Tagger nor @Encoder, so nothing is written for"
                        + " it. Put @Tagger or @Encoder above it, or take it away.");
    }

    @Test
    void repeatedLayersWithoutAKindAreOneError() {
        about("@Lstm @Lstm\n→interface M { " + TAG + " }")
                .error("LW007: @Lstm stands on M, which has neither @Tagger nor @Encoder, so nothing is written for it."
                        + " Put @Tagger or @Encoder above it, or take it away.");
    }

    @Test
    void anExistingClassIsNotWrittenOver() {
        about(TAGGER + "\n→interface M { " + TAG + " }", Marked.other("MModel", "class MModel {}"))
                .error("LW008: The class to be written for M is p.MModel, which exists already."
                        + " Rename the interface or the existing class.");
    }

    @Test
    void whatLanewiseWroteTheLastTimeIsNoExistingClass() {
        about(
                        TAGGER + "interface M { " + TAG + " }",
                        Marked.other("MModel", "@LanewiseGenerated(declaration = \"x\") class MModel {}"))
                .nothing();
    }

    @Test
    void twoInterfacesOfOneModelNameAreAnError() {
        about("class M { " + TAGGER + "interface Inner { " + TAG + " } }\n" + TAGGER + "\n→interface M_Inner { " + TAG
                        + " }")
                .error("LW009: The class to be written for M_Inner is p.M_InnerModel, which is written for p.M.Inner"
                        + " already. Rename one of the two interfaces.");
    }

    @ParameterizedTest
    @CsvSource({
        "Math, the class java.lang.Math",
        "Arrays, the class java.util.Arrays",
        "TaggerCore, the class dev.lanewise.runtime.model.TaggerCore",
        "dev, the package dev",
        "MModel, that class itself"
    })
    void aConstantDoesNotHideAClass(String name, String hidden) {
        about(TAGGER + "interface M { " + TAG + "\nint →" + name + " = 1; }")
                .error("LW012: The constant " + name + " of M hides " + hidden
                        + ", which the class to be written uses. Give the constant another name.");
    }

    @Test
    void anInheritedConstantDoesNotEither() {
        about("interface Parent { int Sequence = 1; }\n" + TAGGER + "\n→interface M extends Parent { " + TAG + " }")
                .error("LW012: The constant Sequence of Parent hides the class dev.lanewise.runtime.data.Sequence,"
                        + " which the class to be written uses. Give the constant another name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MATH", "UUID", "words", "list"})
    void otherConstantsAreFine(String name) {
        about(TAGGER + "interface M { " + TAG + " int " + name + " = 1; }").nothing();
    }
}
