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
 * @param attributes the values as they are written
 */
record DeclaredLayer(String annotation, Map<String, String> attributes) {

    private static final Pattern LAYER = Pattern.compile("(@\\w+)(?:\\(([^()]*)\\))?(?: |$)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+) = (\"[^\"]*\"|[^,\"]+)(?:, |$)");

    /** The annotations of a declaration, in order. */
    static List<DeclaredLayer> parse(String declaration) {
        List<DeclaredLayer> layers = new ArrayList<>();
        Matcher matcher = LAYER.matcher(declaration);
        int end = 0;
        while (end < declaration.length() && matcher.find(end) && matcher.start() == end) {
            String arguments = matcher.group(2);
            layers.add(new DeclaredLayer(matcher.group(1), attributes(arguments == null ? "" : arguments)));
            end = matcher.end();
        }
        if (end < declaration.length()) {
            throw new NotExportable("its declaration cannot be read from \"" + declaration.substring(end) + "\" on");
        }
        return List.copyOf(layers);
    }

    private static Map<String, String> attributes(String arguments) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(arguments);
        int end = 0;
        while (end < arguments.length() && matcher.find(end) && matcher.start() == end) {
            attributes.put(matcher.group(1), matcher.group(2));
            end = matcher.end();
        }
        if (end < arguments.length()) {
            throw new NotExportable("its declaration cannot be read from \"" + arguments.substring(end) + "\" on");
        }
        return attributes;
    }

    /** A number from 0 on. */
    int number(String attribute) {
        String value = value(attribute);
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a negative one
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
        if (value.length() < 2 || value.charAt(0) != '"') {
            throw new NotExportable(attribute + " = " + value + " of " + annotation + " is no text");
        }
        return value.substring(1, value.length() - 1);
    }

    private String value(String attribute) {
        String value = attributes.get(attribute);
        if (value == null) {
            throw new NotExportable(annotation + " has no " + attribute);
        }
        return value;
    }
}
