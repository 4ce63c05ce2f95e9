package dev.lanewise.runtime.file.json;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A pull reader for JSON as RFC 8259 has it and nothing more: no comments, no trailing commas, no duplicate keys, no
 * halves of surrogate pairs, at most {@value #MAX_DEPTH} levels. The caller says what comes next, so nothing is ever
 * built that was not asked for.
 *
 * <p>Every method throws {@link JsonException} if the text holds something else.
 */
public final class JsonReader {

    /** Objects and arrays inside each other. */
    static final int MAX_DEPTH = 16;

    /** Longer than any number a program prints, short enough to be parsed in no time. */
    private static final int MAX_NUMBER = 64;

    /** What the next value is. */
    public enum Kind {
        /** A JSON object. */
        OBJECT,
        /** A JSON array. */
        ARRAY,
        /** A JSON string. */
        STRING,
        /** A JSON number. */
        NUMBER,
        /** {@code true}, {@code false} or {@code null}. */
        LITERAL
    }

    private final String text;
    private int at;
    private int depth;

    /**
     * A reader at the beginning of a text.
     *
     * @param text the JSON
     */
    public JsonReader(String text) {
        this.text = text;
    }

    /** What the next value is, without reading it. */
    public Kind peek() {
        skipSpace();
        return switch (current()) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.NUMBER;
            case 't', 'f', 'n' -> Kind.LITERAL;
            default -> throw error("a JSON value is needed");
        };
    }

    /**
     * Reads an object.
     *
     * @param member called for each key, must read its value
     */
    public void object(Consumer<String> member) {
        Set<String> keys = new HashSet<>();
        sequence('{', '}', "an object", () -> {
            String key = string();
            if (!keys.add(key)) {
                throw error("key " + JsonWriter.excerpt(key) + " occurs twice");
            }
            skipSpace();
            expect(':', "':'");
            member.accept(key);
        });
    }

    /**
     * Reads an array.
     *
     * @param element called for each element, must read it
     */
    public void array(Runnable element) {
        sequence('[', ']', "an array", element);
    }

    private void sequence(char open, char close, String what, Runnable part) {
        skipSpace();
        expect(open, what);
        if (++depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " levels inside each other");
        }
        skipSpace();
        boolean more = current() != close;
        while (more) {
            part.run();
            skipSpace();
            more = current() == ',';
            if (more) {
                at++;
            }
        }
        expect(close, "',' or '" + close + "'");
        depth--;
    }

    /** Reads a string; the result has no halves of surrogate pairs. */
    public String string() {
        skipSpace();
        expect('"', "a string");
        int from = at;
        while (current() != '"' && current() != '\\') {
            literalCharacter();
        }
        if (current() == '"') {
            return text.substring(from, at++);
        }
        StringBuilder out = new StringBuilder().append(text, from, at);
        while (current() != '"') {
            if (current() == '\\') {
                escape(out);
            } else {
                int start = at;
                literalCharacter();
                out.append(text, start, at);
            }
        }
        at++;
        return out.toString();
    }

    private void literalCharacter() {
        char c = current();
        if (c < ' ') {
            throw error("a control character stands in a string without being escaped, or the string is not closed");
        }
        if (Character.isSurrogate(c)) {
            if (Character.charCount(text.codePointAt(at)) != 2) {
                throw error("a string holds half of a surrogate pair");
            }
            at++;
        }
        at++;
    }

    private void escape(StringBuilder out) {
        at++;
        char c = current();
        at++;
        switch (c) {
            case '"', '\\', '/' -> out.append(c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> unicodeEscape(out);
            default -> throw error("a string holds an unknown escape");
        }
    }

    private void unicodeEscape(StringBuilder out) {
        char first = hexadecimal();
        out.append(first);
        if (!Character.isSurrogate(first)) {
            return;
        }
        boolean pair = Character.isHighSurrogate(first) && text.startsWith("\\u", at);
        if (pair) {
            at += 2;
            char second = hexadecimal();
            out.append(second);
            pair = Character.isLowSurrogate(second);
        }
        if (!pair) {
            throw error("a string holds half of a surrogate pair");
        }
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = current();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("\\u needs four hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    /** Reads a whole number that fits a long. */
    public long integer() {
        String token = numberToken();
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw error("a whole number of at most 64 bits is needed, not " + token);
        }
    }

    /** Reads any number as a double. */
    public double number() {
        return Double.parseDouble(numberToken());
    }

    private String numberToken() {
        skipSpace();
        int from = at;
        if (current() == '-') {
            at++;
        }
        if (current() == '0') {
            at++;
        } else {
            digits();
        }
        if (current() == '.') {
            at++;
            digits();
        }
        if (current() == 'e' || current() == 'E') {
            at++;
            if (current() == '+' || current() == '-') {
                at++;
            }
            digits();
        }
        if (at - from > MAX_NUMBER) {
            throw error("a number has more than " + MAX_NUMBER + " characters");
        }
        return text.substring(from, at);
    }

    private void digits() {
        int from = at;
        while (current() >= '0' && current() <= '9') {
            at++;
        }
        if (at == from) {
            throw error("a number is needed");
        }
    }

    /** Reads {@code true}, {@code false} or {@code null} and returns its name. */
    public String literal() {
        skipSpace();
        for (String name : new String[] {"true", "false", "null"}) {
            if (text.startsWith(name, at)) {
                at += name.length();
                return name;
            }
        }
        throw error("true, false or null is needed");
    }

    /** Makes sure that nothing but white space is left. */
    public void end() {
        skipSpace();
        if (at < text.length()) {
            throw error("the text goes on behind its end");
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The character to read; 0, which no JSON text holds, behind the end. */
    private char current() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c, String what) {
        if (current() != c) {
            throw error(what + " is needed");
        }
        at++;
    }

    private JsonException error(String what) {
        String where = at < text.length() ? "at character " + (at + 1) : "at the end of the text";
        return new JsonException("invalid JSON " + where + ": " + what);
    }
}
