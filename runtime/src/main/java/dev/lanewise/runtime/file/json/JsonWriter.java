package dev.lanewise.runtime.file.json;

/** Writes JSON strings: the shortest form, everything but control characters, quotes and backslashes as it is. */
public final class JsonWriter {

    private static final int EXCERPT = 80;

    private JsonWriter() {}

    /**
     * Appends a string as a JSON string.
     *
     * @param out where to
     * @param value any string without halves of surrogate pairs
     * @throws IllegalArgumentException if the string holds half of a surrogate pair, which UTF-8 cannot store
     */
    public static void string(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.charCount(value.codePointAt(i)) != 2) {
                    throw new IllegalArgumentException("the text " + excerpt(value)
                            + " holds half of a surrogate pair at index " + i
                            + " and cannot be stored; cut texts at code points");
                }
                out.append(c).append(value.charAt(++i));
            } else {
                character(out, c);
            }
        }
        out.append('"');
    }

    /**
     * A string as it is shown in a message: in quotes, on one line, not longer than a line.
     *
     * @param value any string
     * @return its beginning as a JSON string, with dots where it was cut
     */
    public static String excerpt(String value) {
        StringBuilder out = new StringBuilder("\"");
        int length = Math.min(value.length(), EXCERPT);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (i + 1 < length && Character.isSurrogatePair(c, value.charAt(i + 1))) {
                out.append(c).append(value.charAt(++i));
            } else if (Character.isSurrogate(c) || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) {
                // Half a pair, and what a terminal takes for a control character or a line's end.
                unicode(out, c);
            } else {
                character(out, c);
            }
        }
        return out.append(length < value.length() ? "...\"" : "\"").toString();
    }

    private static void character(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    unicode(out, c);
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static void unicode(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
