package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.util.List;

/** The two taggers of PyTorch's tutorial and their two sentences. */
public enum Toy {
    WORDS("tagger_toy", "@Embedding(dim = 6, unknown = false) @Lstm(hidden = 6) @Linear"),
    CHARACTERS(
            "char_tagger_toy",
            "@Embedding(dim = 5, unknown = false) @CharLstm(embedding = 4, hidden = 3, unknown = false)"
                    + " @Lstm(hidden = 6) @Linear");

    /** What the words are. */
    public enum Tag {
        DET,
        NN,
        V
    }

    static final List<Example<Tag>> EXAMPLES = List.of(
            Example.of(List.of("The", "dog", "ate", "the", "apple"), List.of(Tag.DET, Tag.NN, Tag.V, Tag.DET, Tag.NN)),
            Example.of(List.of("Everybody", "read", "that", "book"), List.of(Tag.NN, Tag.V, Tag.DET, Tag.NN)));

    /** The golden files begin with this. */
    final String fixture;

    final Source<TextTagger<Tag>> source;

    Toy(String fixture, String layers) {
        this.fixture = fixture;
        this.source = Source.text("Toy_" + fixture, Tag.class, layers);
    }

    /** The vocabularies that PyTorch's tutorial makes of the sentences. */
    Vocabularies vocabularies() {
        Vocabulary.Builder words = Vocabulary.builder().unknown(false);
        Vocabulary.Builder characters = Vocabulary.builder().unknown(false);
        for (Example<Tag> example : EXAMPLES) {
            words.addAll(example.words());
            example.words().forEach(characters::addCharacters);
        }
        return Vocabularies.ofTags(List.of("DET", "NN", "V"))
                .with("word_embeddings", words.build())
                .with("char_embeddings", characters.build());
    }
}
