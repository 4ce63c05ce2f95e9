package dev.lanewise.processor.random;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.hmm.HmmType;
import dev.lanewise.runtime.model.EncoderType;
import dev.lanewise.runtime.model.TagSet;
import dev.lanewise.runtime.model.TaggerType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sentences in the form that a model takes, with tags that its constraints allow. */
final class Data {
    private static final List<String> WORDS =
            List.of("a", "the", "Dog", "ate", "apple", "größer", "I", "1990", "😀", "U.S.", "running", "名前");

    private final Generated model;
    private final List<Object> tags;
    private final List<Object> starts;
    private final boolean severalHeads;
    private final int dim;
    private final List<List<?>> sentences = new ArrayList<>();

    Data(Generated model, Declaration declaration) {
        this.model = model;
        Object type = model.constant("TYPE");
        dim = dim(type);
        tags = tags(type, declaration);
        severalHeads = type instanceof TaggerType<?, ?> tagger && tagger.heads().size() > 1;
        // In every scheme a sentence may consist of these alone.
        boolean bioes = tags.stream().anyMatch(each -> name(each).startsWith("S_"));
        boolean chain = declaration.code().contains("Constraints.BIO");
        starts = tags.stream()
                .filter(each -> !chain || name(each).equals("O") || name(each).startsWith(bioes ? "S_" : "B_"))
                .toList();
        Random random = new Random(1);
        // All tags stand in the first one, in their order: a sentence that every scheme allows.
        int all = Math.max(3, tags.size());
        for (int length : new int[] {all, 1, 4, 7, 4}) {
            sentences.add(
                    IntStream.range(0, length).mapToObj(i -> token(random)).toList());
        }
    }

    private static int dim(Object type) {
        if (type instanceof EncoderType<?> encoder) {
            return encoder.spec().features().vectors();
        }
        return type instanceof TaggerType<?, ?> tagger
                ? tagger.spec().features().vectors()
                : 0;
    }

    private static List<Object> tags(Object type, Declaration declaration) {
        if (type instanceof EncoderType<?>) {
            return List.of();
        }
        TagSet<?> set = type instanceof TaggerType<?, ?> tagger
                ? tagger.heads().types().get(0).tags()
                : ((HmmType<?, ?>) type).tags();
        return set.isLearned()
                ? List.copyOf(declaration.tags().size() < 2 ? List.of("O", "B_x") : declaration.tags())
                : IntStream.range(0, set.size())
                        .mapToObj(i -> (Object) set.tag(i))
                        .toList();
    }

    private static String name(Object tag) {
        return tag instanceof Enum<?> constant ? constant.name() : (String) tag;
    }

    private Object token(Random random) {
        if (dim > 0) {
            float[] vector = new float[dim];
            for (int i = 0; i < dim; i++) {
                vector[i] = (float) random.nextGaussian();
            }
            return vector;
        }
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return model.token(model.loader()).map(type -> made(type, word)).orElse(word);
    }

    private static Object made(Class<?> record, String word) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = IntStream.range(0, types.length)
                .mapToObj(i -> types[i] == String.class ? word + i % 2 : types[i] == int.class ? (Object) 1 : null)
                .toArray();
        return instance(record, values);
    }

    private static Object instance(Class<?> record, Object... values) {
        try {
            Constructor<?> constructor = record.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The record of a tag of the first head and one of the second. */
    private Object both(Object first) {
        String second = "s" + Math.floorMod(name(first).hashCode(), 3);
        return instance(model.tag(), second, first);
    }

    /** What stands behind the names of methods that are of one head. */
    String ofHead() {
        return severalHeads ? SeveralHeads.FIRST : "";
    }

    List<List<?>> sentences() {
        return sentences;
    }

    /** A sentence as the methods of the interface take it. */
    Object argument(int sentence) {
        List<?> tokens = sentences.get(sentence);
        return dim > 0 ? tokens.toArray(float[][]::new) : tokens;
    }

    List<float[][]> vectors() {
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> (float[][]) argument(i))
                .toList();
    }

    List<Example<Object>> examples() {
        return IntStream.range(0, sentences.size()).mapToObj(this::example).toList();
    }

    @SuppressWarnings("unchecked") // a sentence without a record or vectors is one of words
    private Example<Object> example(int sentence) {
        int length = sentences.get(sentence).size();
        List<Object> gold = IntStream.range(0, length)
                .mapToObj(i ->
                        sentence == 0 && i < tags.size() ? tags.get(i) : starts.get((i * 7 + sentence) % starts.size()))
                .map(tag -> severalHeads ? both(tag) : tag)
                .toList();
        Object argument = argument(sentence);
        if (argument instanceof float[][] vectors) {
            return Example.of(vectors, gold);
        }
        return model.token(model.loader()).isPresent()
                ? (Example<Object>) model.call(null, "example", argument, gold)
                : Example.of((List<String>) argument, gold);
    }
}
