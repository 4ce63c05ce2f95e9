package dev.lanewise.processor.check;

import javax.tools.Diagnostic;

/**
 * One message about one place.
 *
 * @param message which message
 * @param text the message with its arguments filled in
 * @param place what it points at
 */
public record Finding(Message message, String text, Place place) {
    /** Fills in the arguments. */
    public static Finding of(Message message, Place place, Object... arguments) {
        return new Finding(message, message.format(arguments), place);
    }

    boolean isError() {
        return message.severity() == Diagnostic.Kind.ERROR;
    }
}
