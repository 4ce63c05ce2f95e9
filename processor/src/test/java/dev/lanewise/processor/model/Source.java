package dev.lanewise.processor.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An interface for the processor, in the package {@value #PACKAGE}.
 *
 * @param <I> what the tests know of it
 * @param name its simple name
 * @param code the whole file
 */
record Source<I>(String name, String code) {

    static final String PACKAGE = "models";

    /** A tagger of words. */
    static <T> Source<TextTagger<T>> text(String name, Class<T> tag, String layers) {
        return of(name, "@Tagger " + layers, TextTagger.class, tag.getCanonicalName());
    }

    /** A tagger of words whose tags are strings, learned from the data. */
    static Source<TextTagger<Object>> learned(String name, String layers) {
        return of(name, "@Tagger " + layers, TextTagger.class, "String");
    }

    /** A tagger of words with an enum of so many tags. */
    static Source<TextTagger<Object>> text(String name, int tags, String layers) {
        String constants = IntStream.range(0, tags).mapToObj(i -> "T" + i).collect(Collectors.joining(", "));
        Source<TextTagger<Object>> source = of(name, "@Tagger " + layers, TextTagger.class, name + "Tag");
        return new Source<>(name, source.code + "\nenum " + name + "Tag { " + constants + " }");
    }

    /** A tagger of words, with result objects, whose tags are strings. */
    static Source<ResultTagger<String>> results(String name, String layers) {
        return of(name, "@Tagger " + layers, ResultTagger.class, "String");
    }

    /** A hidden Markov model; tags that are no enum are {@code String.class}. */
    static <T> Source<HmmTagger<T>> hmm(String name, Class<T> tag, String annotation) {
        return of(name, "@Tagger " + annotation, HmmTagger.class, tag.getCanonicalName());
    }

    /** A tagger of many sentences whose tags are strings. */
    static Source<ManyTagger<String>> many(String name, String annotations) {
        return of(name, annotations, ManyTagger.class, "String");
    }

    /** The same with the other results. */
    static Source<ManyOtherwiseTagger<String>> manyOtherwise(String name, String annotations) {
        return of(name, annotations, ManyOtherwiseTagger.class, "String");
    }

    /** A tagger of tokens whose tags are strings, learned from the data. */
    static Source<TokenTagger<Object>> tokens(String name, String layers) {
        return of(name, "@Tagger " + layers, TokenTagger.class, "String");
    }

    /** A tagger of dense vectors. */
    static <T> Source<VectorTagger<T>> vectors(String name, Class<T> tag, String layers) {
        return of(name, "@Tagger " + layers, VectorTagger.class, tag.getCanonicalName());
    }

    /** A tagger of dense vectors with an enum of these tags. */
    static Source<VectorTagger<Object>> vectors(String name, List<String> constants, String layers) {
        Source<VectorTagger<Object>> source = of(name, "@Tagger " + layers, VectorTagger.class, name + "Tag");
        String tags = String.join(", ", constants);
        return new Source<>(name, source.code + "\nenum " + name + "Tag { " + tags + " }");
    }

    /** A tagger of dense vectors whose tags are strings, learned from the data. */
    static Source<VectorTagger<Object>> learnedVectors(String name, String layers) {
        return of(name, "@Tagger " + layers, VectorTagger.class, "String");
    }

    /** An encoder. */
    static Source<VectorEncoder> encoder(String name, String layers) {
        return of(name, "@Encoder " + layers, VectorEncoder.class, "");
    }

    /** An encoder of one direction. */
    static Source<SteppedEncoder> stepped(String name, String layers) {
        return of(name, "@Encoder " + layers, SteppedEncoder.class, "");
    }

    /** A tagger of words with several heads, whose methods and records the tests know. */
    static <I> Source<I> heads(String name, Class<I> parent, String layers) {
        return of(name, "@Tagger " + layers, parent, "");
    }

    private static <I> Source<I> of(String name, String annotations, Class<?> parent, String argument) {
        String code = """
                package %s;
                import dev.lanewise.annotation.*;
                %s
                public interface %s extends %s%s {}
                """.formatted(
                        PACKAGE, annotations, name, parent.getName(), argument.isEmpty() ? "" : "<" + argument + ">");
        return new Source<>(name, code);
    }

    String modelName() {
        return PACKAGE + "." + name + "Model";
    }
}
