package dev.lanewise.runtime.file.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pull reader for JSON as RFC 8259 has it and nothing more: no comments, no trailing commas, no duplicate keys, no
 * halves of surrogate pairs, at most {@value #MAX_DEPTH} levels and keys of at most {@value #MAX_KEY} characters. The caller says
 * what comes next, and the text is fetched as it is read, so nothing is ever built that was not asked for.
 *
 * <p>Every method throws {@link JsonException} if the text holds something else.
 */
public final class JsonReader extends JsonCharacters {

    /** Objects and arrays inside each other. */
    static final int MAX_DEPTH = 16;

    /** Longest key of an object, in {@code char}s. */
    public static final int MAX_KEY = 512;

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

    /** Steps that a loop takes in one call: the JIT compiles what is called again and again sooner than a loop that goes on and on. */
    static final int STEPS = 16;

    private final StringBuilder token = new StringBuilder();
    private int depth;

    /** Whether no member or element of the innermost object or array has been asked for yet. */
    private boolean first;

    /** The keys that have occurred in each object that is open. */
    private final List<Set<String>> keys = new ArrayList<>();

    /**
     * A reader at the beginning of a text that is fetched piece by piece.
     *
     * @param text the JSON in UTF-8; what it throws when it is read comes out as {@link java.io.UncheckedIOException}, and bytes that
     *     are not valid as {@link JsonException}
     */
    public JsonReader(InputStream text) {
        super(text);
    }

    /** How many bytes of UTF-8 stand before what is read next, white space skipped. */
    public long offset() {
        skipSpace();
        return place();
    }

    /** What the next value is, without reading it. */
    public Kind peek() {
        skipSpace();
        return switch (current) {
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case '"' -> Kind.STRING;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.NUMBER;
            case 't', 'f', 'n' -> Kind.LITERAL;
            default -> throw error("a JSON value is needed");
        };
    }

    /** Enters an object, whose keys {@link #nextKey} gives. */
    public void beginObject() {
        begin('{', "an object");
        keys.add(new HashSet<>());
    }

    /** The next key of the object, whose value is to be read then; null when there is none, and the object is left. */
    public @Nullable String nextKey() {
        int innermost = keys.size() - 1;
        if (!next('}', "',' or '}'")) {
            keys.remove(innermost);
            return null;
        }
        String key = string(MAX_KEY);
        if (!keys.get(innermost).add(key)) {
            throw error("key " + JsonWriter.excerpt(key) + " occurs twice");
        }
        skipSpace();
        expect(':', "':'");
        return key;
    }

    /** Enters an array, whose elements are to be read as long as {@link #nextElement} says that there is one. */
    public void beginArray() {
        begin('[', "an array");
    }

    /** Whether there is another element; if not, the array is left. */
    public boolean nextElement() {
        return next(']', "',' or ']'");
    }

    private void begin(char open, String what) {
        skipSpace();
        expect(open, what);
        if (++depth > MAX_DEPTH) {
            throw error("more than " + MAX_DEPTH + " levels inside each other");
        }
        first = true;
    }

    private boolean next(char close, String what) {
        skipSpace();
        boolean more = first ? current != close : take(',');
        first = false;
        if (!more) {
            expect(close, what);
            depth--;
        }
        return more;
    }

    /** Reads a string; the result has no halves of surrogate pairs. */
    public String string() {
        return string(Integer.MAX_VALUE);
    }

    /**
     * Reads a string of a limited length.
     *
     * @param limit most {@code char}s; a longer one is an error
     */
    public String string(int limit) {
        open();
        token.setLength(0);
        while (appendPart()) {
            if (token.length() > limit) {
                throw error("a string has more than " + limit + " characters, " + JsonWriter.excerpt(token.toString())
                        + " first");
            }
        }
        return token.toString();
    }

    /**
     * Reads a string and keeps the beginning of it.
     *
     * @param most how many {@code char}s are kept
     */
    public String beginning(int most) {
        open();
        token.setLength(0);
        boolean more = true;
        while (more && token.length() <= most) {
            more = appendPart();
        }
        if (more) {
            skipRest();
        }
        token.setLength(Math.min(token.length(), most));
        return token.toString();
    }

    /** Takes up a part of a string; false when it has ended. */
    private boolean appendPart() {
        int c = part();
        if (c == END) {
            return false;
        }
        token.appendCodePoint(c);
        if (CodePointReader.isPlain(current)) {
            token.append((char) current);
            text.run(token);
            current = text.next();
        }
        return true;
    }

    /** Reads a string without keeping anything of it. */
    public void skipString() {
        open();
        skipRest();
    }

    private void skipRest() {
        while (skipSteps()) {
            continue;
        }
    }

    /** Reads a string and keeps its hash alone. */
    void skipString(StringHash hash) {
        open();
        hash.begin();
        while (skipSteps(hash)) {
            continue;
        }
    }

    private boolean skipSteps(StringHash hash) {
        for (int step = 0; step < STEPS; step++) {
            int c = part();
            if (c == END) {
                return false;
            }
            hash.add(c);
            if (CodePointReader.isPlain(current)) {
                hash.add(current);
                text.skipRun(hash);
                current = text.next();
            }
        }
        return true;
    }

    /** Reads a string, and one of another reader as far as they are the same; tells whether they are. */
    boolean sameString(JsonReader other) {
        open();
        other.open();
        int c = part();
        while (c == other.part()) {
            if (c == END) {
                return true;
            }
            c = part();
        }
        return false;
    }

    /** Skips a part of a string; false when it has ended. */
    private boolean skipSteps() {
        for (int step = 0; step < STEPS; step++) {
            if (CodePointReader.isPlain(current)) {
                text.skipRun();
                current = text.next();
            } else if (part() == END) {
                return false;
            }
        }
        return true;
    }

    /**
     * The string that comes next as the text of a reader of its own, unescaped. That one has to be read to its {@link #end} before
     * this one goes on.
     */
    public JsonReader nested() {
        open();
        return new JsonReader(new Unescaped(this));
    }

    private void open() {
        skipSpace();
        expect('"', "a string");
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
        token.setLength(0);
        takeDigit('-', '-');
        if (!takeDigit('0', '0')) {
            digits();
        }
        if (takeDigit('.', '.')) {
            digits();
        }
        if (takeDigit('e', 'e') || takeDigit('E', 'E')) {
            if (!takeDigit('+', '+')) {
                takeDigit('-', '-');
            }
            digits();
        }
        return token.toString();
    }

    private void digits() {
        if (!takeDigit('0', '9')) {
            throw error("a number is needed");
        }
        while (takeDigit('0', '9')) {
            continue;
        }
    }

    /** Takes a character of a number, if it is one of these. */
    private boolean takeDigit(char first, char last) {
        if (current < first || current > last) {
            return false;
        }
        if (token.length() == MAX_NUMBER) {
            throw error("a number has more than " + MAX_NUMBER + " characters");
        }
        token.append((char) current);
        advance();
        return true;
    }

    /** Reads {@code true}, {@code false} or {@code null} and returns its name. */
    public String literal() {
        skipSpace();
        String name = current == 't' ? "true" : current == 'f' ? "false" : "null";
        for (int i = 0; i < name.length(); i++) {
            if (!take(name.charAt(i))) {
                throw error("true, false or null is needed");
            }
        }
        return name;
    }

    /** Makes sure that nothing but white space is left. */
    public void end() {
        skipSpace();
        if (current != END) {
            throw error("the text goes on behind its end");
        }
    }
}
