package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.LookupSpec;
import java.util.List;

/** Learns vocabularies from training data. */
final class Learning {

    private Learning() {}

    /** The vocabularies that a model of these features needs, in the order of first occurrence. */
    static <T> Vocabularies vocabularies(FeatureSpec features, List<Example<T>> examples, Heads<T> heads) {
        Vocabularies learned = heads.name(Vocabularies.ofTags(List.of()));
        for (LookupSpec lookup : features.lookups()) {
            Vocabulary.Builder vocabulary = lookup.builder();
            for (Example<T> example : examples) {
                for (String word : features.texts(example.sequence(), lookup.column())) {
                    lookup.kind().learn(word, lookup.length(), vocabulary);
                }
            }
            learned = learned.with(lookup.name(), vocabulary.build());
        }
        return learned;
    }
}
