package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.model.TagSet;
import java.util.List;

/**
 * Trains a hidden Markov model by counting, which takes one pass over the data and nothing to choose:
 *
 * <pre>{@code
 * BaselineModel model = BaselineModel.trainer().fit(train);
 * }</pre>
 *
 * @param <T> the type of a tag
 * @param <M> the generated class
 */
public final class HmmTrainer<T, M> {

    private final HmmType<T, M> type;

    /** A trainer; generated classes call this. */
    public HmmTrainer(HmmType<T, M> type) {
        this.type = type;
    }

    /**
     * Trains a model.
     *
     * @param examples tagged sentences
     * @throws IllegalArgumentException if there are no examples, if they hold vectors, or if there are more than 2,048 tags
     */
    public M fit(List<Example<T>> examples) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("there are no training examples: give at least one");
        }
        TagSet<T> tags =
                type.tags().learn(() -> examples.stream().map(Example::tags).iterator());
        return type.of(HmmCounts.of(examples, tags, type.order()), tags);
    }
}
