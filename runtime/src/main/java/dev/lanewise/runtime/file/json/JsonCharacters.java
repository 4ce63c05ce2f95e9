package dev.lanewise.runtime.file.json;

import java.io.InputStream;

/** The characters of a JSON text, one after the other, and where they stand; those of its strings without their escapes. */
class JsonCharacters {

    /** What stands behind the last character. */
    static final int END = CodePointReader.END;

    /** Where the characters behind the current one come from. */
    final CodePointReader text;

    /** The next character; {@link #END} behind the last one. */
    int current;

    /** At the beginning of a text. */
    JsonCharacters(InputStream text) {
        this.text = new CodePointReader(text);
        this.current = this.text.next();
    }

    /** How many bytes stand before the current character. */
    final long place() {
        int c = current;
        return text.offset() - (c == END ? 0 : c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
    }

    /** The next character of a string; {@link #END} behind the last one, when the quote is read too. */
    final int part() {
        int c = current;
        if (c < ' ') {
            throw error("a control character stands in a string without being escaped, or the string is not closed");
        }
        advance();
        return c == '"' ? END : c == '\\' ? escape() : c;
    }

    private int escape() {
        int c = current;
        advance();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicodeEscape();
            default -> throw error("a string holds an unknown escape");
        };
    }

    private int unicodeEscape() {
        char first = hexadecimal();
        if (!Character.isSurrogate(first)) {
            return first;
        }
        if (Character.isHighSurrogate(first) && take('\\') && take('u')) {
            char second = hexadecimal();
            if (Character.isLowSurrogate(second)) {
                return Character.toCodePoint(first, second);
            }
        }
        throw error("a string holds half of a surrogate pair");
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = current < 128 ? Character.digit(current, 16) : -1;
            if (digit < 0) {
                throw error("\\u needs four hexadecimal digits");
            }
            value = value * 16 + digit;
            advance();
        }
        return (char) value;
    }

    final void skipSpace() {
        while (current == ' ' || current == '\t' || current == '\n' || current == '\r') {
            advance();
        }
    }

    final void advance() {
        if (current != END) {
            current = text.next();
        }
    }

    final boolean take(char c) {
        boolean there = current == c;
        if (there) {
            advance();
        }
        return there;
    }

    final void expect(char c, String what) {
        if (!take(c)) {
            throw error(what + " is needed");
        }
    }

    final JsonException error(String what) {
        String where = current == END ? "at the end of the text" : "at byte " + (place() + 1);
        return new JsonException("invalid JSON " + where + ": " + what);
    }
}
