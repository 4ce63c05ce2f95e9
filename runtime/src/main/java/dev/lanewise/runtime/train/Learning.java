package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.LookupSpec;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerType;
import java.util.List;

/** What is learned from training data before the first step: vocabularies, tags, and weights to start from. */
final class Learning {

    private Learning() {}

    /**
     * What a training begins with.
     *
     * @throws IllegalArgumentException if there are no examples, or there is a cost of misses but no tag O
     */
    static <T> Engine<T> engine(
            TaggerType<T, ?> type,
            List<Example<T>> examples,
            Pretraining pretraining,
            Initializer initializer,
            Optimizer optimizer,
            MissCost missCost) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("there are no training examples: give at least one");
        }
        Heads<T> heads = type.heads().learn(examples);
        missCost.check(heads);
        Vocabularies vocabularies = pretraining.extend(vocabularies(type.spec().features(), examples, heads));
        ParameterSet parameters = new ParameterSet(type.spec(), type.sizes(vocabularies, heads));
        pretraining.keep(parameters, vocabularies);
        initializer.fill(parameters);
        pretraining.fill(parameters, vocabularies);
        TransitionCounts.fill(parameters, heads, examples);
        return new Engine<>(type, vocabularies, heads, parameters, optimizer);
    }

    /** The vocabularies that a model of these features needs, in the order of first occurrence. */
    private static <T> Vocabularies vocabularies(FeatureSpec features, List<Example<T>> examples, Heads<T> heads) {
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
