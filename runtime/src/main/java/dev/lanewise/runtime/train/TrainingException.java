package dev.lanewise.runtime.train;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A training that cannot go on: the message says where and what to change. What it has reached so far is not lost. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object best;

    TrainingException(String message) {
        this(message, null);
    }

    TrainingException(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    private TrainingException(String message, @Nullable Throwable cause, @Nullable Object best) {
        super(message, cause);
        this.best = best;
    }

    /** The same with the best model so far. */
    TrainingException withBest(Object model, int epoch) {
        return new TrainingException(
                getMessage() + ". The best model so far, of epoch " + epoch + ", is in this exception: best(...)",
                this,
                model);
    }

    /**
     * The best model so far: of the epoch with the best development metric, or without development data of the last epoch.
     *
     * @param type the generated class
     * @return empty if no epoch was complete, or the exception was serialised in between
     */
    public <M> Optional<M> best(Class<M> type) {
        return Optional.ofNullable(best).filter(type::isInstance).map(type::cast);
    }
}
