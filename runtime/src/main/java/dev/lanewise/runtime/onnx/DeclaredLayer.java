package dev.lanewise.runtime.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One annotation of a declaration as a model file tells it: {@code @Lstm(hidden = 6, name = "lstm")}.
 *
 * @param annotation its name, with {@code @}
 * @param arguments what stands between its parentheses
 */
record DeclaredLayer(String annotation, String arguments) {

    private static final Pattern LAYER = Pattern.compile("(@\\w+)(?:\\(([^()]*)\\))?(?: |$)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+) = (\"[^\"]*\"|\\{[^}]*\\}|[^,\"{]+)(?:, |$)");

    // The largest size that any annotation takes.
    private static final int LARGEST = 1 << 16;

    /** The annotations of a declaration, in order. */
    static List<DeclaredLayer> parse(String declaration) {
        List<DeclaredLayer> layers = new ArrayList<>();
        Matcher matcher = LAYER.matcher(declaration);
        int end = 0;
        while (matcher.region(end, declaration.length()).lookingAt()) {
            String arguments = matcher.group(2);
            layers.add(new DeclaredLayer(matcher.group(1), arguments == null ? "" : arguments));
            end = matcher.end();
        }
        requireEnd(declaration, end);
        return List.copyOf(layers);
    }

    private static void requireEnd(String text, int end) {
        if (end < text.length()) {
            throw new NotExportable("its declaration cannot be read from \"" + text.substring(end) + "\" on");
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(arguments);
        int end = 0;
        while (matcher.region(end, arguments.length()).lookingAt()) {
            attributes.put(matcher.group(1), matcher.group(2));
            end = matcher.end();
        }
        requireEnd(arguments, end);
        return attributes;
    }

    /** A size, or 0. */
    int number(String attribute) {
        String value = value(attribute);
        if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= LARGEST) {
            return Integer.parseInt(value);
        }
        throw new NotExportable(attribute + " = " + value + " of " + annotation + " is no size");
    }

    /** A truth value. */
    boolean flag(String attribute) {
        return value(attribute).equals("true");
    }

    /** A text without its quotes. */
    String text(String attribute) {
        String value = value(attribute);
        if (value.charAt(0) != '"') {
            throw new NotExportable(attribute + " = " + value + " of " + annotation + " is no text");
        }
        return value.substring(1, value.length() - 1);
    }

    /** Whether a text is there and not empty. */
    boolean says(String attribute) {
        return !attributes().getOrDefault(attribute, "\"\"").equals("\"\"");
    }

    private String value(String attribute) {
        String value = attributes().get(attribute);
        if (value == null) {
            throw new NotExportable(annotation + " has no " + attribute);
        }
        return value;
    }
}
