package dev.lanewise.processor;

import static dev.lanewise.processor.Said.TAG;
import static dev.lanewise.processor.Said.TAGGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.read.CharacterDecl;
import dev.lanewise.processor.read.CrfDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.NoTags;
import dev.lanewise.processor.read.Shape;
import dev.lanewise.processor.read.StringTags;
import dev.lanewise.processor.read.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the read stage makes of interfaces that are fine. */
final class ReadingTest {

    private static Declaration read(String source) {
        List<Declaration> read = new ArrayList<>();
        Said.with(read::add, List.of("-Alanewise.vector=never"), source).nothing();
        assertEquals(1, read.size());
        return read.get(0);
    }

    private static List<String> inFull(Declaration declaration) {
        return declaration.layers().stream().map(LayerDecl::inFull).toList();
    }

    private static List<Shape> shapes(Declaration declaration) {
        return declaration.methods().stream().map(MethodDecl::shape).toList();
    }

    @Test
    void theBareTaggerHasTheDefaults() {
        Declaration declaration = read("@Tagger @Embedding @CharLstm @Lstm @Linear interface M { " + TAG + " }");
        assertEquals(
                List.of(
                        "@Embedding(dim = 100, minCount = 1, unknown = true, name = \"word_embeddings\")",
                        "@CharLstm(embedding = 30, hidden = 50, bidirectional = false, projection = 0, unknown = true,"
                                + " name = \"char\")",
                        "@Lstm(hidden = 128, layers = 1, bidirectional = false, name = \"lstm\")",
                        "@Linear(name = \"hidden2tag\")"),
                inFull(declaration));
        assertEquals(Kind.TAGGER, declaration.kind());
        assertEquals(Tokens.WORDS, declaration.tokens());
    }

    @Test
    void layersComeInTheOrderOfTheSource() {
        Declaration declaration = read("@CharLstm(embedding = 4, hidden = 3, bidirectional = true, projection = 2,"
                + " unknown = false, name = \"c\") @Tagger @Embedding(dim = 5, minCount = 3, name = \"e\")"
                + " @Lstm(hidden = 6) @Linear(name = \"h\") @Lstm(hidden = 7, layers = 2, bidirectional = true)"
                + " interface M { " + TAG + " }");
        assertEquals(
                List.of(
                        "@CharLstm(embedding = 4, hidden = 3, bidirectional = true, projection = 2, unknown = false,"
                                + " name = \"c\")",
                        "@Embedding(dim = 5, minCount = 3, unknown = true, name = \"e\")",
                        "@Lstm(hidden = 6, layers = 1, bidirectional = false, name = \"lstm\")",
                        "@Lstm(hidden = 7, layers = 2, bidirectional = true, name = \"lstm2\")",
                        "@Linear(name = \"h\")"),
                inFull(declaration));
    }

    @Test
    void theChainStandsInFullToo() {
        Declaration declaration = read(TAGGER + "@Crf(constraints = Constraints.BIO) interface M { " + TAG + " }");
        CrfDecl crf = declaration.heads().get(0).crf().orElseThrow();
        assertEquals("@Crf(constraints = Constraints.BIO, name = \"crf\")", crf.inFull());
        assertEquals(List.of("crf.start_transitions", "crf.end_transitions", "crf.transitions"), crf.tensors());
    }

    @Test
    void namesThatAreLeftOutAreNumberedAmongThemselves() {
        Declaration declaration = read("@Tagger @Embedding @Lstm(name = \"a\") @Lstm @Lstm(name = \"\") @Lstm @Linear"
                + " interface M { " + TAG + " }");
        assertEquals(
                List.of("a", "lstm", "", "lstm2"),
                declaration.encoder().stream().map(EncoderDecl::name).toList());
    }

    @Test
    void repeatedEmbeddingsStandWhereTheFirstStandsAndAreNumbered() {
        Declaration declaration = read("@Tagger @Embedding(dim = 5) @CharLstm @Embedding(dim = 6, minCount = 2) @Lstm"
                + " @Linear interface M { " + TAG + " }");
        assertEquals(
                List.of("word_embeddings", "word_embeddings2", "char"),
                declaration.features().stream().map(LayerDecl::name).toList());
    }

    @Test
    void affixesAreNamedAfterKindAndLength() {
        Declaration declaration = read("@Tagger @Affix @Affix(length = 2, kind = Affix.Kind.PREFIX, minCount = 3)"
                + " @Affix(name = \"a\") @Shape @Lstm @Linear interface M { " + TAG + " }");
        assertEquals(
                List.of(
                        "@Affix(length = 3, kind = SUFFIX, dim = 32, minCount = 2, name = \"suffix3_embeddings\")",
                        "@Affix(length = 2, kind = PREFIX, dim = 32, minCount = 3, name = \"prefix2_embeddings\")",
                        "@Affix(length = 3, kind = SUFFIX, dim = 32, minCount = 2, name = \"a\")",
                        "@Shape(dim = 16, name = \"shape_embeddings\")"),
                inFull(declaration).subList(0, 4));
    }

    @Test
    void tensorsHavePyTorchsNames() {
        Declaration declaration = read("@Tagger @CharLstm(bidirectional = true, projection = 2) @Lstm(layers = 2,"
                + " name = \"\") @Linear interface M { " + TAG + " }");
        CharacterDecl characters = declaration.of(CharacterDecl.class).get(0);
        assertEquals(2, characters.size());
        assertEquals(
                List.of(
                        "char_embeddings.weight",
                        "char_lstm.weight_ih_l0",
                        "char_lstm.weight_hh_l0",
                        "char_lstm.bias_ih_l0",
                        "char_lstm.bias_hh_l0",
                        "char_lstm.weight_ih_l0_reverse",
                        "char_lstm.weight_hh_l0_reverse",
                        "char_lstm.bias_ih_l0_reverse",
                        "char_lstm.bias_hh_l0_reverse",
                        "char_h2t.weight",
                        "char_h2t.bias"),
                characters.tensors());
        assertEquals(
                List.of(
                        "weight_ih_l0",
                        "weight_hh_l0",
                        "bias_ih_l0",
                        "bias_hh_l0",
                        "weight_ih_l1",
                        "weight_hh_l1",
                        "bias_ih_l1",
                        "bias_hh_l1"),
                declaration.encoder().get(0).tensors());
        assertEquals(
                List.of("hidden2tag.weight", "hidden2tag.bias"),
                declaration.heads().get(0).linear().tensors());
    }

    @ParameterizedTest
    @CsvSource({
        "public interface M, MModel, true",
        "interface M, MModel, false",
        "public class M { @Tagger @Embedding @Lstm @Linear public interface Inner, M_InnerModel, true",
        "public class M { @Tagger @Embedding @Lstm @Linear interface Inner, M_InnerModel, false",
        "public class M { @Tagger @Embedding @Lstm @Linear protected interface Inner, M_InnerModel, false",
        "class M { @Tagger @Embedding @Lstm @Linear public interface Inner, M_InnerModel, false",
        "public interface M { @Tagger @Embedding @Lstm @Linear interface Inner, M_InnerModel, true",
        "public class M { public static class N { @Tagger @Embedding @Lstm @Linear public interface Inner,"
                + " M_N_InnerModel, true",
    })
    void theModelIsNamedAndSeenLikeItsInterface(String head, String name, boolean isPublic) {
        long opened = head.chars().filter(each -> each == '{').count();
        String first = opened == 0 ? TAGGER : "";
        Declaration declaration = read(first + head + " { " + TAG + " }" + " }".repeat((int) opened));
        assertEquals("p", declaration.packageName());
        assertEquals(name, declaration.modelName());
        assertEquals("p." + name, declaration.qualifiedModelName());
        assertEquals(isPublic, declaration.isPublic());
    }

    @Test
    void allShapesOfAWordTaggerAreKnown() {
        Declaration first = read(TAGGER + "interface M { enum T { A, B } List<T> tag(List<String> w);"
                + " List<List<T>> tagAll(List<List<String>> s); float[][] scores(List<String> w);"
                + " void scores(List<String> w, float[][] to); float[][] encode(List<String> w); }");
        assertEquals(
                List.of(Shape.TAG_LIST, Shape.TAG_ALL_LISTS, Shape.SCORES, Shape.SCORES_INTO, Shape.ENCODE),
                shapes(first));
        assertEquals(List.of("words", "into"), first.methods().get(3).shape().parameterNames(first.tokens()));
        assertEquals(
                List.of("A", "B"),
                assertInstanceOf(EnumTags.class, first.tags()).constants());
        Declaration second = read(TAGGER + "interface M { Tagging<String> tag(List<String> w);"
                + " List<Tagging<String>> tagAll(List<List<String>> s);"
                + " List<Tagging<String>> nBest(List<String> w, int count); }");
        assertEquals(List.of(Shape.TAG_RESULT, Shape.TAG_ALL_RESULTS, Shape.N_BEST), shapes(second));
        assertInstanceOf(StringTags.class, second.tags());
    }

    @Test
    void allShapesOfAVectorTaggerAreKnown() {
        Declaration first = read("@Tagger @Input(dim = 3) @Lstm @Linear interface M { List<String> tag(float[][] x);"
                + " List<List<String>> tagAll(List<float[][]> x); float[][] scores(float[][] x);"
                + " void scores(float[][] x, float[][] to); float[][] encode(float[][] x); }");
        assertEquals(
                List.of(Shape.TAG_LIST, Shape.TAG_ALL_LISTS, Shape.SCORES, Shape.SCORES_INTO, Shape.ENCODE),
                shapes(first));
        assertEquals(Tokens.VECTORS, first.tokens());
        Declaration second =
                read("@Tagger @Input(dim = 3) @Lstm @Linear interface M { Tagging<String> tag(float[][] x);"
                        + " List<Tagging<String>> tagAll(List<float[][]> x);"
                        + " List<Tagging<String>> nBest(float[][] x, int n); }");
        assertEquals(List.of(Shape.TAG_RESULT, Shape.TAG_ALL_RESULTS, Shape.N_BEST), shapes(second));
    }

    @Test
    void allShapesOfAnEncoderAreKnown() {
        Declaration declaration = read("@Encoder @Input(dim = 3) @Lstm interface M { float[][] encode(float[][] x);"
                + " void encode(float[][] x, float[][] to); Encoding encode(float[][] x, EncoderState state);"
                + " Stepper stepper(); }");
        assertEquals(
                List.of(Shape.ENCODE, Shape.ENCODE_INTO, Shape.ENCODE_FROM_STATE, Shape.STEPPER), shapes(declaration));
        assertInstanceOf(NoTags.class, declaration.tags());
        assertTrue(declaration.has(Shape.STEPPER));
        assertFalse(declaration.has(Shape.SCORES));
    }

    @Test
    void aTaggerThatNamesNoTagsLearnsThem() {
        Declaration declaration = read(TAGGER + "interface M { float[][] scores(List<String> words); }");
        assertInstanceOf(StringTags.class, declaration.tags());
    }

    @Test
    void inheritedMethodsCountAsSeenFromTheInterface() {
        Declaration declaration = read(TAGGER + "interface M extends Named, Tags<M.T> { enum T { A, B } }\n"
                + "interface Tags<X> extends All<X> { List<X> tag(List<String> words); }\n"
                + "interface All<Y> { List<List<Y>> tagAll(List<List<String>> sentences); }\n"
                + "interface Named { float[][] scores(List<String> words); }");
        assertEquals(List.of(Shape.SCORES, Shape.TAG_LIST, Shape.TAG_ALL_LISTS), shapes(declaration));
        assertEquals(
                "T",
                assertInstanceOf(EnumTags.class, declaration.tags())
                        .type()
                        .getSimpleName()
                        .toString());
    }

    @Test
    void theSameMethodFromTwoSidesIsOne() {
        Declaration declaration = read(TAGGER + "interface M extends One<String>, Two { " + TAG + " }\n"
                + "interface One<X> { List<X> tag(List<String> words); float[][] scores(List<String> words); }\n"
                + "interface Two { List<String> tag(List<String> w); float[][] scores(List<String> words); }");
        assertEquals(List.of(Shape.TAG_LIST, Shape.SCORES), shapes(declaration));
    }

    @Test
    void whatADefaultMethodOverridesIsNotRequired() {
        Declaration declaration = read(TAGGER + "interface M extends Middle { " + TAG + " }\n"
                + "interface Middle extends Top<Integer> { default int count(Integer x) { return x; } }\n"
                + "interface Top<X> { int count(X x); }");
        assertEquals(List.of(Shape.TAG_LIST), shapes(declaration));
    }

    @Test
    void anAbstractMethodMayTakeADefaultOneBack() {
        Declaration declaration = read(TAGGER + "interface M extends Top { " + TAG + " }\n"
                + "interface Top { default List<String> tag(List<String> words) { return words; } }");
        assertEquals(List.of(Shape.TAG_LIST), shapes(declaration));
    }

    @Test
    void annotatedTypesAreTheSameTypes() {
        Declaration declaration = read(TAGGER + "interface M { List<@Maybe String> tag(List<@Maybe String> words); }\n"
                + "@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface Maybe {}");
        assertEquals(List.of(Shape.TAG_LIST), shapes(declaration));
    }
}
