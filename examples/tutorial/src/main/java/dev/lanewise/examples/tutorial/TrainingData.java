package dev.lanewise.examples.tutorial;

import static dev.lanewise.examples.tutorial.PosTagger.Tag.DET;
import static dev.lanewise.examples.tutorial.PosTagger.Tag.NN;
import static dev.lanewise.examples.tutorial.PosTagger.Tag.V;

import dev.lanewise.examples.tutorial.PosTagger.Tag;
import dev.lanewise.runtime.data.Example;
import java.util.List;

/** The tutorial's two sentences. */
final class TrainingData {

    /** A determiner, a noun and so on. */
    static final List<Example<Tag>> EXAMPLES = List.of(
            Example.of(List.of("The", "dog", "ate", "the", "apple"), List.of(DET, NN, V, DET, NN)),
            Example.of(List.of("Everybody", "read", "that", "book"), List.of(NN, V, DET, NN)));

    private TrainingData() {}

    /** The sentence whose scores the tutorial looks at. */
    static List<String> firstSentence() {
        return EXAMPLES.get(0).words();
    }
}
