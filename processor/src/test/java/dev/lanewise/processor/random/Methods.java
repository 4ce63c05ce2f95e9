package dev.lanewise.processor.random;

import dev.lanewise.processor.random.Layers.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The members of a random interface: methods that can be written, methods that cannot, and whatever else may stand there. */
final class Methods {
    private static final String LIST = "java.util.List";
    private static final List<String> MANY = List.of(LIST, "java.util.stream.Stream", "java.lang.Iterable");
    private static final String RUNTIME = "dev.lanewise.runtime.";
    private static final List<String> STRAYS = List.of(
            "void #();",
            "<T> java.util.List<T> tag(java.util.List<T> #);",
            "java.util.List<?> tag(java.util.List<java.lang.String> #);",
            "@java.lang.SuppressWarnings(\"rawtypes\") java.util.List tag(java.util.List #);",
            "java.util.List<java.util.List<java.lang.String>> tag(java.util.List<? super java.lang.Integer> #);",
            "int[][] scores(double[]... #);",
            "<T extends java.lang.Comparable<T> & java.io.Serializable> T scores(T #, java.util.Map<T, ? extends T[]> x);",
            "java.util.List<java.lang.Integer> tag(java.util.List<java.lang.String> #);",
            "java.util.List<java.lang.Thread.State> tag(java.util.List<java.lang.String> #);",
            "float[][] encode(java.util.List<java.lang.String> #) throws java.io.IOException;",
            "float[][] scores(java.util.List<java.lang.Record> #);",
            "java.util.List<java.util.Map.Entry<java.lang.String, java.lang.Integer>> tagAll(java.util.Map<?, ?> #);",
            "dev.lanewise.runtime.Stepper stepper();",
            "float[][] encode(float[][] #);",
            "float[] encode(float[] #);",
            "void close() throws java.lang.Exception;",
            "java.util.Optional<java.lang.String> tag(java.util.Optional<java.lang.String> #);");
    private static final List<String> BYSTANDERS = List.of(
            "int # = 1;",
            "java.lang.String # = \"\";",
            "default void #() {}",
            "default int #(int... x) { return x.length; }",
            "default <T extends java.nio.file.Path> T load(T #) { return #; }",
            "default void info(int #) {}",
            "default java.lang.Object sequences(java.util.List<?> #) { return #; }",
            "default void kernels() {}",
            "default float tanh(int # , float x) { return x; }",
            "default void trainer(java.lang.Object #) {}",
            "static void #(java.lang.String x) {}",
            "private void #(double x) {}",
            "@java.lang.Override java.lang.String toString();",
            "@java.lang.Override boolean equals(java.lang.Object #);",
            "enum @@ { A, B }",
            "class @@ { int x; }",
            "interface @@<T> { T x(); }",
            "record @@(int x) {}",
            "@interface @@ {}");

    private final Draw draw;
    private final String token;
    private final String tag;

    /**
     * Members to come.
     *
     * @param token the type of a token, or {@code float[]} where vectors are read
     * @param tag the type of a tag
     */
    Methods(Draw draw, String token, String tag) {
        this.draw = draw;
        this.token = token;
        this.tag = tag;
    }

    /** Methods that the model of a family can have, some of them. */
    List<String> good(Family family) {
        List<String> all = new ArrayList<>();
        if (family == Family.ENCODER) {
            all.add("float[][] encode(" + one() + ");");
            all.add("void encode(" + one() + ", float[][] " + other() + ");");
            all.add(RUNTIME + "Encoding encode(" + one() + ", " + RUNTIME + "EncoderState " + other() + ");");
        } else {
            all.add((draw.oneIn(2) ? list(tag) : tagging()) + " tag(" + one() + ");");
            all.add(many(draw.oneIn(2) ? list(tag) : tagging()) + " tagAll(" + many(sequence()) + " " + name() + ");");
            all.add("float[][] scores(" + one() + ");");
            all.add("void scores(" + one() + ", float[][] " + other() + ")"
                    + draw.of(";", " throws java.io.IOException;"));
            if (family != Family.HMM) {
                all.add(list(tagging()) + " nBest(" + one() + ", int " + other() + ");");
                all.add("float[][] encode(" + one() + ");");
            }
        }
        List<String> kept =
                all.stream().filter(method -> !draw.oneIn(3)).collect(Collectors.toCollection(ArrayList::new));
        if (kept.isEmpty()) {
            kept.add(all.get(0));
        }
        return kept;
    }

    /** A method that most models cannot have. */
    String stray() {
        return draw.of(STRAYS).replace("#", Words.member(draw));
    }

    /** Members that are left alone, no two alike. */
    List<String> bystanders() {
        List<String> texts = new ArrayList<>(BYSTANDERS);
        return Words.members(draw, draw.between(0, 3)).stream()
                .map(member -> {
                    String text = texts.remove(draw.between(0, texts.size() - 1));
                    return text.replace("#", member).replace("@@", member + "N");
                })
                .toList();
    }

    /** The name of a method. */
    static String name(String method) {
        return method.replaceAll("\\(.*", "").replaceAll(".*\\W", "");
    }

    private String one() {
        return sequence() + " " + name();
    }

    private String name() {
        return Words.member(draw);
    }

    private String other() {
        return Words.member(draw) + "2";
    }

    private String sequence() {
        return token.equals("float[]") ? "float[][]" : list(token);
    }

    /** Lists, streams and iterables of sentences, by turns. */
    private String many(String element) {
        return MANY.get((token.length() + tag.length()) % MANY.size()) + "<" + element + ">";
    }

    private static String list(String element) {
        return LIST + "<" + element + ">";
    }

    private String tagging() {
        return RUNTIME + "Tagging<" + tag + ">";
    }
}
