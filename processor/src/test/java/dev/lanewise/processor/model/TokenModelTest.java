package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.TokenSequence;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taggers whose words are records of the user's. */
final class TokenModelTest {

    private static final String ENCODER = " @Lstm(hidden = 5) @Linear";
    private static final Source<TextTagger<Object>> WORDS = Source.learned(
            "Words",
            "@Embedding(dim = 3) @CharLstm(embedding = 3, hidden = 4) @CharCnn(embedding = 2, filters = 3) @Affix(dim = 2)"
                    + ENCODER);
    private static final Source<TokenTagger<Object>> FORMS = Source.tokens(
            "Forms",
            "@Embedding(dim = 3) @CharLstm(embedding = 3, hidden = 4) @CharCnn(embedding = 2, filters = 3) @Affix(dim = 2)"
                    + ENCODER);
    private static final Source<TokenTagger<Object>> POSITIONS = Source.tokens(
            "Positions",
            "@Embedding(of = \"pos\", dim = 3) @CharLstm(of = \"pos\", embedding = 3, hidden = 4)"
                    + " @CharCnn(of = \"pos\", embedding = 2, filters = 3) @Affix(of = \"pos\", dim = 2)" + ENCODER);
    private static final Source<TokenTagger<Object>> BOTH =
            Source.tokens("Both", "@Embedding(dim = 3) @Embedding(of = \"pos\", dim = 2, minCount = 2)" + ENCODER);

    private static final List<String> TAGS = List.of("A", "B", "C");
    private static final List<List<String>> SENTENCES = Sentences.of(8, 3, 1, 5, 2);

    @TempDir
    static Path directory;

    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, List.of(WORDS, FORMS, POSITIONS, BOTH));
    }

    private static List<Token> tokens(List<String> forms) {
        List<Token> tokens = new ArrayList<>();
        for (String form : forms) {
            tokens.add(new Token(form, "p" + form.length() % 3, tokens.size()));
        }
        return tokens;
    }

    private static List<Token> turned(List<String> words) {
        return words.stream().map(word -> new Token("same", word, 0)).toList();
    }

    private static <I> Session<Object, I> trained(Model<I> model, List<Example<Object>> examples) {
        Session<Object, I> session =
                model.<Object>trainer().initializer(Initializer.uniform(2)).session(examples);
        for (int step = 0; step < 3; step++) {
            session.zeroGrad();
            session.forward(examples.stream().map(Example::sequence).toList());
            session.loss(examples.stream().map(Example::tags).toList());
            session.backward();
            session.step();
        }
        return session;
    }

    private static void assertSame(Session<Object, ?> expected, Session<Object, ?> actual, Consumer<String> names) {
        for (int i = 0; i < expected.parameterNames().size(); i++) {
            String name = actual.parameterNames().get(i);
            names.accept(name);
            String other = expected.parameterNames().get(i);
            Flat.assertSameBits(expected.parameter(other), actual.parameter(name), name);
        }
    }

    @Test
    void theFirstTextStandsForTheWord() {
        Model<TokenTagger<Object>> model = compiled.model(FORMS, Twin.VECTOR);
        List<Example<Object>> words = Sentences.tagged(SENTENCES, List.copyOf(TAGS));
        List<Example<Object>> typed = words.stream()
                .map(each -> model.example(tokens(each.words()), each.tags()))
                .toList();
        Session<Object, ?> expected = trained(compiled.model(WORDS, Twin.VECTOR), words);
        assertSame(expected, trained(model, typed), name -> {});
        assertEquals(words.get(0).words(), typed.get(0).words());
    }

    @Test
    void anyTextCanBeLookedUp() {
        Model<TokenTagger<Object>> model = compiled.model(POSITIONS, Twin.VECTOR);
        List<Example<Object>> words = Sentences.tagged(SENTENCES, List.copyOf(TAGS));
        List<Example<Object>> typed = words.stream()
                .map(each -> model.example(turned(each.words()), each.tags()))
                .toList();
        List<String> names = new ArrayList<>();
        assertSame(trained(compiled.model(WORDS, Twin.VECTOR), words), trained(model, typed), names::add);
        assertEquals(
                List.of("pos_embeddings.weight", "pos_char_embeddings.weight"),
                names.stream()
                        .filter(name -> name.matches("pos_(char_)?embeddings.weight"))
                        .toList());
    }

    @Test
    void examplesCarryTheRecords() {
        Model<TokenTagger<Object>> model = compiled.model(BOTH, Twin.VECTOR);
        List<Token> tokens = tokens(SENTENCES.get(0));
        TokenSequence sequence = (TokenSequence)
                model.example(tokens, TAGS.subList(0, tokens.size())).sequence();
        assertEquals(tokens, sequence.tokens());
        assertEquals(List.of("form", "pos"), sequence.columns());
        assertEquals(tokens.stream().map(Token::pos).toList(), sequence.texts().get(1));
    }

    @Test
    void methodsTakeTokensAndAModelFileKeepsAllVocabularies(@TempDir Path files) {
        Model<TokenTagger<Object>> model = compiled.model(BOTH, Twin.VECTOR);
        List<Example<Object>> examples = Sentences.tagged(SENTENCES, List.<Object>copyOf(TAGS)).stream()
                .map(each -> model.example(tokens(each.words()), each.tags()))
                .toList();
        TokenTagger<Object> tagger = model.<Object>trainer().epochs(2).fit(examples);
        List<List<Token>> sentences =
                SENTENCES.stream().map(TokenModelTest::tokens).toList();
        List<List<Object>> all = tagger.tagAll(sentences);
        for (int i = 0; i < sentences.size(); i++) {
            assertEquals(tagger.tag(sentences.get(i)), all.get(i));
        }
        Path file = files.resolve("both.safetensors");
        model.save(tagger, file);
        TokenTagger<Object> loaded = model.load(file);
        for (List<Token> sentence : sentences) {
            assertArrayEquals(tagger.scores(sentence), loaded.scores(sentence));
            assertArrayEquals(tagger.encode(sentence), loaded.encode(sentence));
            float[][] scores = tagger.scores(sentence);
            float[][] into = new float[sentence.size()][scores[0].length];
            loaded.scores(sentence, into);
            assertArrayEquals(scores, into);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Model<TokenTagger<Object>> model = compiled.model(BOTH, Twin.VECTOR);
        List<Token> empty = List.of(new Token("a", "", 4));
        var error = assertThrows(IllegalArgumentException.class, () -> model.example(empty, List.of("A")));
        assertEquals(
                "pos of token 0 is empty, in Token[form=a, pos=, position=4] (counted from 0); give it a text, such as"
                        + " \"_\" for none",
                error.getMessage());
    }

    @Test
    void wordsAreNoTokens() {
        Trainer<Object, TokenTagger<Object>> trainer =
                compiled.model(BOTH, Twin.VECTOR).trainer();
        List<Example<Object>> words = List.of(Example.of(List.of("a"), List.of("A")));
        assertEquals(
                "this model reads the components [form, pos] of tokens (use the methods sequence and example of the"
                        + " generated class), not words",
                assertThrows(IllegalArgumentException.class, () -> trainer.fit(words))
                        .getMessage());
        Trainer<Object, TextTagger<Object>> ofWords =
                compiled.model(WORDS, Twin.VECTOR).trainer();
        Example<Object> typed = compiled.model(BOTH, Twin.VECTOR).example(tokens(List.of("a")), List.of("A"));
        assertEquals(
                "this model reads words (use Sequence.of(List<String>)), not the components [form, pos] of tokens",
                assertThrows(IllegalArgumentException.class, () -> ofWords.fit(List.of(typed)))
                        .getMessage());
        Sequence vectors = Sequence.of(new float[][] {{1f}});
        Session<Object, TextTagger<Object>> session = ofWords.session(List.of(Example.of(List.of("a"), List.of("A"))));
        assertEquals(
                "this model reads words (use Sequence.of(List<String>)), not vectors",
                assertThrows(IllegalArgumentException.class, () -> session.forward(List.of(vectors)))
                        .getMessage());
    }
}
