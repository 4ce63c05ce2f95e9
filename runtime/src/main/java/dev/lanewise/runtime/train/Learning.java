package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.TagSet;
import java.util.List;

/** Learns vocabularies from training data. */
final class Learning {

    private Learning() {}

    /** The vocabularies that a model of these features needs, in the order of first occurrence. */
    static <T> Vocabularies vocabularies(FeatureSpec features, List<Example<T>> examples, TagSet<T> tags) {
        Vocabulary.Builder words =
                Vocabulary.builder().minCount(features.minCount()).unknown(features.unknownWord());
        Vocabulary.Builder characters = Vocabulary.builder().unknown(features.unknownCharacter());
        for (Example<T> example : examples) {
            if (!features.text()) {
                break;
            }
            for (String word : example.words()) {
                words.add(word);
                characters.addCharacters(word);
            }
        }
        return new Vocabularies(
                features.words() ? words.build() : Vocabulary.empty(),
                features.characters() ? characters.build() : Vocabulary.empty(),
                tags.names());
    }
}
