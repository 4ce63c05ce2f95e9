package dev.lanewise.runtime.file.json;

/** A text that is not the JSON that was asked for; the message says what is wrong and where. */
public final class JsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A finished message.
     *
     * @param message what is wrong and where
     */
    public JsonException(String message) {
        super(message);
    }
}
