package dev.lanewise.processor.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The annotations of a random interface: mostly a good pipeline of small layers, sometimes any heap of anything. */
final class Layers {
    private static final String PACKAGE = "dev.lanewise.annotation.";
    private static final Map<String, List<String>> ATTRIBUTES = new LinkedHashMap<>();

    static {
        ATTRIBUTES.put("Input", List.of("int dim"));
        ATTRIBUTES.put(
                "Embedding",
                List.of("int dim", "String of", "int minCount", "boolean unknown", "float dropout", "String name"));
        ATTRIBUTES.put(
                "Affix",
                List.of(
                        "int length",
                        "Kind kind",
                        "int dim",
                        "String of",
                        "int minCount",
                        "float dropout",
                        "String name"));
        ATTRIBUTES.put("Shape", List.of("int dim", "String of", "float dropout", "String name"));
        ATTRIBUTES.put(
                "CharLstm",
                List.of(
                        "int embedding",
                        "int hidden",
                        "boolean bidirectional",
                        "int projection",
                        "String of",
                        "boolean unknown",
                        "float dropout",
                        "String name"));
        ATTRIBUTES.put(
                "CharCnn",
                List.of(
                        "int embedding",
                        "int filters",
                        "int width",
                        "String of",
                        "boolean unknown",
                        "float dropout",
                        "String name"));
        List<String> recurrent = List.of(
                "int hidden",
                "int layers",
                "boolean bidirectional",
                "float dropout",
                "float inputDropout",
                "float recurrentDropout",
                "String name");
        ATTRIBUTES.put("Lstm", recurrent);
        ATTRIBUTES.put("Gru", recurrent);
        ATTRIBUTES.put("Linear", List.of("float dropout", "String name"));
        ATTRIBUTES.put("Crf", List.of("Constraints constraints", "String name"));
        ATTRIBUTES.put("Hmm", List.of("int order", "int suffix", "int rare"));
        ATTRIBUTES.put("Tagger", List.of());
        ATTRIBUTES.put("Encoder", List.of());
    }

    private static final List<String> REPEATABLE = List.of("Embedding", "Affix", "Lstm", "Gru");
    private static final List<String> WORD_FEATURES = List.of("Embedding", "Affix", "Shape", "CharLstm", "CharCnn");
    private static final List<String> INTS = List.of(
            "0",
            "-1",
            "1",
            "7",
            "16",
            "17",
            "64",
            "8192",
            "8193",
            "65536",
            "65537",
            "1 << 30",
            "0x7fffffff",
            "0x80000000");
    private static final List<String> FLOATS = List.of(
            "0f", "-0f", "1f", "0.99999994f", "1e-45f", "-1f", "1e30f", "0f / 0f", "1f / 0f", "-1f / 0f", "0.5f");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "a.b",
            "1a",
            "größe",
            "$",
            "$T",
            "class",
            "int",
            "batch",
            "lstm",
            "lstm2",
            "word_embeddings",
            "char",
            "char_lstm",
            "crf",
            "hidden2tag",
            "input",
            "encoded",
            "a b",
            "A",
            "a_",
            "_",
            "__",
            "a._b",
            "a..b",
            ".",
            "%s",
            "\\\"",
            "\\n",
            "*/",
            "\\u0000",
            "core",
            "net",
            "parameters",
            "x.class",
            "L",
            "S",
            "t",
            "Math",
            "i",
            "gates");

    private final Draw draw;
    private final String constraints;
    private final List<String> components;
    private final boolean wild;

    /**
     * Layers to come.
     *
     * @param constraints the constraints that the tags are made for
     * @param components the texts of the tokens' record; empty where words are read
     * @param wild whether any attribute may have any value
     */
    Layers(Draw draw, String constraints, List<String> components, boolean wild) {
        this.draw = draw;
        this.constraints = constraints;
        this.components = components;
        this.wild = wild;
    }

    /** A pipeline that makes sense, each layer with as many attributes as may be. */
    String pipeline(Family family) {
        List<String> names = new ArrayList<>();
        names.add(family == Family.ENCODER ? "Encoder" : "Tagger");
        if (family == Family.HMM) {
            names.add("Hmm");
            return written(names);
        }
        names.addAll(family == Family.WORDS ? features() : List.of("Input"));
        IntStream.rangeClosed(0, draw.between(0, 2)).forEach(i -> names.add(draw.of("Lstm", "Gru")));
        if (family != Family.ENCODER) {
            names.add("Linear");
            if (draw.oneIn(3)) {
                names.add("Crf");
            }
        }
        return written(names);
    }

    private List<String> features() {
        List<String> features = new ArrayList<>();
        for (int count = draw.oneIn(60) ? draw.between(20, 150) : draw.between(1, 4); count > 0; count--) {
            String feature = draw.of(WORD_FEATURES);
            if (REPEATABLE.contains(feature) || !features.contains(feature)) {
                features.add(feature);
            }
        }
        return features;
    }

    /** Any annotations in any order. */
    String heap() {
        List<String> names = new ArrayList<>();
        for (int count = draw.between(1, 7); count > 0; count--) {
            String name = draw.of(List.copyOf(ATTRIBUTES.keySet()));
            if (REPEATABLE.contains(name) || !names.contains(name)) {
                names.add(name);
            }
        }
        Collections.shuffle(names, new Random(draw.between(0, 99)));
        return written(names);
    }

    private String written(List<String> names) {
        return names.stream().map(this::annotation).collect(Collectors.joining(" "));
    }

    private String annotation(String name) {
        List<String> values = new ArrayList<>();
        for (String attribute : ATTRIBUTES.get(name)) {
            String[] parts = attribute.split(" ");
            boolean needed = parts[0].equals("int") && !wild || name.equals("Input");
            if (needed || draw.oneIn(3)) {
                String value = wild && draw.oneIn(2) ? extreme(parts[0]) : usual(parts[0], parts[1]);
                values.add(value.isEmpty() ? "" : parts[1] + " = " + value);
            }
        }
        values.removeIf(String::isEmpty);
        return "@" + PACKAGE + name + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")");
    }

    private String extreme(String type) {
        return switch (type) {
            case "int" -> draw.of(INTS);
            case "float" -> draw.of(FLOATS);
            case "String" -> "\"" + (draw.oneIn(12) ? "n".repeat(draw.of(300, 3_000, 30_000)) : draw.of(TEXTS)) + "\"";
            default -> usual(type, "");
        };
    }

    private String usual(String type, String attribute) {
        return switch (type) {
            case "int" ->
                switch (attribute) {
                    case "layers" -> String.valueOf(draw.between(1, 2));
                    case "order", "minCount" -> String.valueOf(draw.between(1, 2));
                    case "width" -> String.valueOf(draw.between(1, 9));
                    case "length" -> String.valueOf(draw.between(1, 5));
                    default -> String.valueOf(draw.of(1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 24, 33));
                };
            case "float" -> draw.of("0f", "0.25f", "0.5f", "0.9f");
            case "boolean" -> String.valueOf(attribute.equals("unknown") || draw.oneIn(2));
            case "Kind" -> PACKAGE + "Affix.Kind." + draw.of("PREFIX", "SUFFIX");
            case "Constraints" -> PACKAGE + "Constraints." + constraints;
            default -> text(attribute);
        };
    }

    private String text(String attribute) {
        if (attribute.equals("of")) {
            return components.isEmpty() ? "" : "\"" + draw.of(components) + "\"";
        }
        String stem = draw.oneIn(3) ? draw.of("t", "batch", "class", "net", "gates", "L", "A.B_c", "x__y", "_") : "n";
        return "\"" + stem + draw.between(0, 9_999) + "\"";
    }

    /** What a model reads and gives. */
    enum Family {
        WORDS,
        VECTORS,
        ENCODER,
        HMM
    }
}
