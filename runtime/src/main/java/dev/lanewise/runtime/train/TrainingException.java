package dev.lanewise.runtime.train;

/** A training that cannot go on: the message says where and what to change. */
public final class TrainingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingException(String message) {
        super(message);
    }

    TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
