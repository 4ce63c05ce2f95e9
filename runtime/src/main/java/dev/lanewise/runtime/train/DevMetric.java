package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.eval.SpanEvaluation;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * What a training is judged by on development data: the best epoch is kept, early stopping and
 * {@link ReduceOnPlateau} go by it. Larger is better.
 *
 * @param <T> the type of a tag, or the record of the tags of several heads
 */
public interface DevMetric<T> {

    /** Its name in logs and messages. */
    String name();

    /**
     * Judges predictions.
     *
     * @param gold the sentences with their right tags
     * @param predicted for each sentence, one tag for each word
     * @return a number, the larger the better
     */
    double value(List<Example<T>> gold, List<List<T>> predicted);

    /** The part of the words that were given the right tag, 0 to 1; a record is right if all of it is. */
    static <T> DevMetric<T> accuracy() {
        return new Accuracy<>();
    }

    /**
     * The F1 of entities or other spans as {@code conlleval} counts it, 0 to 1; see {@link SpanEvaluation}. Tags must be those of
     * a span scheme.
     */
    static <T> DevMetric<T> spanF1() {
        return of(
                "span F1",
                (gold, predicted) ->
                        SpanEvaluation.of(gold, predicted).overall().f1());
    }

    /**
     * A metric of one head: of one component of records.
     *
     * <pre>{@code
     * trainer.metric(DevMetric.ofHead("ner", Tags::ner, DevMetric.spanF1()))
     * }</pre>
     *
     * @param <P> the type of the component
     * @param of its name, for logs and messages; {@link Trainer#judgedBy} and {@link Trainer#headMetric} go by the name alone
     * @param part takes it out of a record; must not give null
     * @param metric judges it
     */
    static <T, P> DevMetric<T> ofHead(String of, Function<? super T, ? extends P> part, DevMetric<P> metric) {
        return new HeadMetric<>(of, part, metric);
    }

    /**
     * The mean of several metrics, such as those of several heads.
     *
     * @throws IllegalArgumentException if there are none
     */
    static <T> DevMetric<T> mean(List<DevMetric<T>> metrics) {
        return new MeanMetric<>(metrics);
    }

    /**
     * A metric of the caller's own.
     *
     * @param name its name in logs and messages
     * @param value judges predictions, the larger the better
     */
    static <T> DevMetric<T> of(String name, ToDoubleBiFunction<List<Example<T>>, List<List<T>>> value) {
        return new NamedMetric<>(name, value);
    }
}
