package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readers against real corpora, which lie beside the repository on some machines and are skipped on others. */
class RealCorporaTest {

    private static Path corpus(String file) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path data = dir.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data.resolve(file);
            }
        }
        assumeTrue(false, "no folder ../shared/data beside the repository: the real corpora are not here");
        throw new AssertionError("not reached");
    }

    private static long tokens(List<Example<String>> examples) {
        return examples.stream().mapToLong(Example::length).sum();
    }

    private static int tags(List<Example<String>> examples) {
        Set<String> tags = new HashSet<>();
        examples.forEach(example -> tags.addAll(example.tags()));
        return tags.size();
    }

    @Test
    void twitterVectors() {
        Vectors vectors = Vectors.read(corpus("vectors-glove-twitter-25d/glove_twitter_25d_12k.txt.gz"));
        assertEquals(11925, vectors.words().size() + vectors.skipped());
        assertEquals(25, vectors.dim());
        float[] the = new float[25];
        assertTrue(vectors.copy("The", the, 0));
        assertEquals(-0.010167f, the[0]);
        assertEquals(-0.31208f, the[24]);
    }

    @ParameterizedTest
    @CsvSource({
        "ud-english-ewt/en_ewt-ud-train.conllu.gz, UPOS, 12544, 204577, 17",
        "ud-english-ewt/en_ewt-ud-train.conllu.gz, XPOS, 12544, 204577, 49",
        "ud-english-ewt/en_ewt-ud-dev.conllu, UPOS, 2001, 25147, 17",
        "ud-english-ewt/en_ewt-ud-test.conllu, UPOS, 2077, 25094, 17",
        "ud-telugu-mtg/te_mtg-ud-train.conllu, UPOS, 1051, 5082, 14",
        "ud-telugu-mtg/te_mtg-ud-dev.conllu, UPOS, 131, 662, 14",
        "ud-telugu-mtg/te_mtg-ud-test.conllu, UPOS, 146, 721, 13",
    })
    void universalDependencies(String file, ConlluColumn column, int sentences, int tokens, int tags) {
        List<Example<String>> examples = ConlluReader.of(column).read(corpus(file));
        assertEquals(sentences, examples.size());
        assertEquals(tokens, tokens(examples));
        assertEquals(tags, tags(examples));
    }

    @ParameterizedTest
    @CsvSource({
        "ner-wnut17/wnut17train.conll, 1, -1, 3394, 62730, 13",
        "ner-wnut17/emerging.dev.conll, 1, -1, 1009, 15733, 13",
        "ner-wnut17/emerging.test.annotated, 1, -1, 1287, 23394, 13",
        "ner-wikigold/wikigold.conll.txt, 1, -1, 1696, 39007, 5",
        "ner-uner-english-ewt/en_ewt-ud-dev.iob2, 2, 3, 2001, 25149, 7",
        "ner-uner-english-ewt/en_ewt-ud-test.iob2, 2, 3, 2077, 25097, 7",
    })
    void namedEntities(String file, int word, int tag, int sentences, int tokens, int tags) {
        List<Example<String>> examples =
                ColumnReader.create().columns(word, tag).read(corpus(file));
        assertEquals(sentences, examples.size());
        assertEquals(tokens, tokens(examples));
        assertEquals(tags, tags(examples));
    }

    @Test
    void underscoresOfEwtAreWords() {
        List<Example<String>> train = ConlluReader.of(4).read(corpus("ud-english-ewt/en_ewt-ud-train.conllu.gz"));
        assertEquals(
                5,
                train.stream()
                        .flatMap(example -> example.words().stream())
                        .filter("_"::equals)
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"ud-english-ewt/en_ewt-ud-train.conllu.gz", "ud-telugu-mtg/te_mtg-ud-train.conllu"})
    void sentencesJoinedAreTheFile(String file) throws IOException {
        Path path = corpus(file);
        StringBuilder text = new StringBuilder();
        try (ConlluDocument document = ConlluDocument.open(path)) {
            document.forEach(sentence -> text.append(sentence.text()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream plain = Files.newInputStream(path);
                InputStream in = file.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            in.transferTo(bytes);
        }
        assertEquals(bytes.toString(StandardCharsets.UTF_8), text.toString());
    }

    @Test
    void charactersOfTeluguAreCodePoints() {
        Vocabulary.Builder characters = Vocabulary.builder();
        for (Example<String> example : ConlluReader.of(4).read(corpus("ud-telugu-mtg/te_mtg-ud-train.conllu"))) {
            example.words().forEach(characters::addCharacters);
        }
        Vocabulary built = characters.build();
        for (String character : built.words()) {
            assertEquals(built.id(character), built.characterId(character.codePointAt(0)));
        }
    }
}
