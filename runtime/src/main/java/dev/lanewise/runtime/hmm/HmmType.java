package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.TagSet;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A generated hidden Markov model as the runtime sees it.
 *
 * @param <T> the type of a tag
 * @param <M> the generated class
 * @param spec its declaration
 * @param order how many tags the next one depends on, 1 or 2
 * @param suffix the length of the longest ending of unknown words, in code points
 * @param rare how often a word occurs at most whose ending counts
 * @param tags its tags, as far as the declaration fixes them
 * @param trellis makes a thread's dynamic programmes
 * @param model makes the generated class
 */
public record HmmType<T, M>(
        ModelSpec spec,
        int order,
        int suffix,
        int rare,
        TagSet<T> tags,
        Function<Transitions, Trellis> trellis,
        Function<HmmCore<T>, M> model) {

    /**
     * Reads a model file.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if it is damaged or of another declaration
     */
    public M load(Path file) {
        return HmmFile.read(file, this);
    }

    /** A model of counts. */
    M of(HmmCounts counts, TagSet<T> tagSet) {
        return model.apply(new HmmCore<>(this, counts, tagSet));
    }
}
