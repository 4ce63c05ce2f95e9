package dev.lanewise.processor.read;

import static dev.lanewise.processor.read.TypePattern.FLOAT_ROWS;
import static dev.lanewise.processor.read.TypePattern.INT;
import static dev.lanewise.processor.read.TypePattern.TAG;
import static dev.lanewise.processor.read.TypePattern.TOKENS;
import static dev.lanewise.processor.read.TypePattern.VOID;
import static dev.lanewise.processor.read.TypePattern.iterable;
import static dev.lanewise.processor.read.TypePattern.list;
import static dev.lanewise.processor.read.TypePattern.named;
import static dev.lanewise.processor.read.TypePattern.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** The methods that can be written, recognised by name, parameter types and result type. */
public enum Shape {
    /** {@code List<T> tag(List<String> words)}. */
    TAG_LIST("tag", list(TAG), Parts.TAGGER, TOKENS),
    /** {@code Tagging<T> tag(List<String> words)}. */
    TAG_RESULT("tag", Parts.TAGGING, Parts.TAGGER, TOKENS),
    /** {@code List<List<T>> tagAll(List<List<String>> sentences)}. */
    TAG_ALL_LISTS("tagAll", list(list(TAG)), Parts.TAGGER, list(TOKENS)),
    /** {@code List<Tagging<T>> tagAll(List<List<String>> sentences)}. */
    TAG_ALL_RESULTS("tagAll", list(Parts.TAGGING), Parts.TAGGER, list(TOKENS)),
    /** {@code Stream<List<T>> tagAll(Stream<List<String>> sentences)}. */
    TAG_ALL_STREAM_LISTS("tagAll", stream(list(TAG)), Parts.TAGGER, stream(TOKENS)),
    /** {@code Stream<Tagging<T>> tagAll(Stream<List<String>> sentences)}. */
    TAG_ALL_STREAM_RESULTS("tagAll", stream(Parts.TAGGING), Parts.TAGGER, stream(TOKENS)),
    /** {@code Iterable<List<T>> tagAll(Iterable<List<String>> sentences)}. */
    TAG_ALL_ITERABLE_LISTS("tagAll", iterable(list(TAG)), Parts.TAGGER, iterable(TOKENS)),
    /** {@code Iterable<Tagging<T>> tagAll(Iterable<List<String>> sentences)}. */
    TAG_ALL_ITERABLE_RESULTS("tagAll", iterable(Parts.TAGGING), Parts.TAGGER, iterable(TOKENS)),
    /** {@code float[][] scores(List<String> words)}. */
    SCORES("scores", FLOAT_ROWS, Parts.TAGGER, TOKENS),
    /** {@code void scores(List<String> words, float[][] into)}. */
    SCORES_INTO("scores", VOID, Parts.TAGGER, TOKENS, FLOAT_ROWS),
    /** {@code List<Tagging<T>> nBest(List<String> words, int n)}. */
    N_BEST("nBest", list(Parts.TAGGING), Parts.TAGGER, TOKENS, INT),
    /** {@code float[][] encode(List<String> words)}. */
    ENCODE("encode", FLOAT_ROWS, Parts.BOTH, TOKENS),
    /** {@code void encode(float[][] inputs, float[][] into)}. */
    ENCODE_INTO("encode", VOID, Parts.ENCODER, TOKENS, FLOAT_ROWS),
    /** {@code Encoding encode(float[][] inputs, EncoderState state)}. */
    ENCODE_FROM_STATE(
            "encode", named(Parts.RUNTIME + "Encoding"), Parts.ENCODER, TOKENS, named(Parts.RUNTIME + "EncoderState")),
    /** {@code Stepper stepper()}. */
    STEPPER("stepper", named(Parts.RUNTIME + "Stepper"), Parts.ENCODER);

    private final String method;
    private final TypePattern result;
    private final Set<Kind> kinds;
    private final List<TypePattern> parameters;

    Shape(String method, TypePattern result, Set<Kind> kinds, TypePattern... parameters) {
        this.method = method;
        this.result = result;
        this.kinds = kinds;
        this.parameters = List.of(parameters);
    }

    /** Name of the method. */
    public String method() {
        return method;
    }

    /** Whether a model of this kind can have it. */
    public boolean fits(Kind kind) {
        return kinds.contains(kind);
    }

    /** Whether it can be of one head. */
    boolean fitsHead() {
        return fits(Kind.TAGGER) && this != ENCODE;
    }

    /** Whether it can be of all heads at once: it speaks of the tags of words, not of each tag's score. */
    public boolean fitsRecords() {
        return !Parts.OF_ONE_HEAD.contains(method);
    }

    /** Whether a hidden Markov model can have it. */
    boolean fitsHmm() {
        return Parts.HMM.contains(method);
    }

    /** As it is written: {@code List<T> tag(List<String> words)}. */
    public String signature(Tokens tokens) {
        return signature(method, tokens);
    }

    /** The same under another name. */
    String signature(String name, Tokens tokens) {
        String list = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i).text(tokens) + " " + parameterName(i, tokens))
                .collect(Collectors.joining(", "));
        return result.text(tokens) + " " + name + "(" + list + ")";
    }

    /** How its parameters are called. */
    public List<String> parameterNames(Tokens tokens) {
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> parameterName(i, tokens))
                .toList();
    }

    private String parameterName(int index, Tokens tokens) {
        TypePattern parameter = parameters.get(index);
        if (index > 0) {
            return parameter.equals(INT) ? "n" : parameter.equals(FLOAT_ROWS) ? "into" : "state";
        }
        boolean one = parameter.equals(TOKENS);
        if (tokens == Tokens.VECTORS) {
            return one ? "inputs" : "sequences";
        }
        String single = tokens == Tokens.WORDS ? "words" : "tokens";
        return one ? single : "sentences";
    }

    /** All shapes that a model of this kind can have. */
    public static List<Shape> of(Kind kind) {
        return Arrays.stream(values()).filter(shape -> shape.fits(kind)).toList();
    }

    /** Whether a method has this shape's parameter types and result type, whatever its name. */
    public boolean hasTypesOf(InterfaceMethod stray, Tokens tokens) {
        return tagIn(stray.type(), tokens).isPresent();
    }

    /**
     * The tag types (at most one) that a method of this shape speaks of.
     *
     * @return empty if the types are not those of this shape
     */
    Optional<List<TypeMirror>> tagIn(ExecutableType type, Tokens tokens) {
        List<? extends TypeMirror> actual = type.getParameterTypes();
        List<TypeMirror> tag = new ArrayList<>();
        boolean fits = type.getTypeVariables().isEmpty()
                && actual.size() == parameters.size()
                && result.matches(type.getReturnType(), tokens, tag::add)
                && IntStream.range(0, actual.size())
                        .allMatch(i -> parameters.get(i).matches(actual.get(i), tokens, tag::add));
        return fits ? Optional.of(tag) : Optional.empty();
    }

    /** What the constants above are made of: an enum's own constants cannot be named before them. */
    private static final class Parts {
        static final String RUNTIME = "dev.lanewise.runtime.";
        static final TypePattern TAGGING = named(RUNTIME + "Tagging", TAG);
        static final Set<Kind> TAGGER = EnumSet.of(Kind.TAGGER);
        static final Set<Kind> ENCODER = EnumSet.of(Kind.ENCODER);
        static final Set<Kind> BOTH = EnumSet.allOf(Kind.class);
        static final Set<String> OF_ONE_HEAD = Set.of("scores");
        static final Set<String> HMM = Set.of("tag", "tagAll", "scores");

        private Parts() {}
    }
}
