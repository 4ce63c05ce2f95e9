package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.hmm.HmmTrainer;
import dev.lanewise.runtime.model.EncoderType;
import dev.lanewise.runtime.model.TagSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Optimizer;
import dev.lanewise.runtime.train.Trainer;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A generated class whose name the tests do not know while they are compiled.
 *
 * @param <I> what the tests know of its objects
 */
final class Model<I> {

    private final Class<?> type;

    Model(Class<?> type) {
        this.type = type;
    }

    <T> Trainer<T, I> trainer() {
        return call(null, "trainer", new Class<?>[0]);
    }

    <T> HmmTrainer<T, I> hmmTrainer() {
        return call(null, "trainer", new Class<?>[0]);
    }

    /** Tokens and tags as a generated tagger of tokens reads them. */
    <T> Example<T> example(List<?> tokens, List<T> tags) {
        return call(null, "example", new Class<?>[] {List.class, List.class}, tokens, tags);
    }

    I load(Path file) {
        return call(null, "load", new Class<?>[] {Path.class}, file);
    }

    I load(Path file, Vocabularies vocabularies) {
        return call(null, "load", new Class<?>[] {Path.class, Vocabularies.class}, file, vocabularies);
    }

    EncoderSession<I> session(Initializer initializer, Optimizer optimizer) {
        return call(null, "session", new Class<?>[] {Initializer.class, Optimizer.class}, initializer, optimizer);
    }

    void save(I model, Path file) {
        call(model, "save", new Class<?>[] {Path.class}, file);
    }

    /** A tagger of this class with another setting. */
    I with(I model, String setting, int value) {
        return call(model, setting, new Class<?>[] {int.class}, value);
    }

    /** A tagger of this class with another word cache. */
    I withWordCache(I model, long bytes) {
        return call(model, "withWordCache", new Class<?>[] {long.class}, bytes);
    }

    /** What a generated tagger gives to the runtime. */
    <T> TaggerType<T, I> taggerType() {
        return constant("TYPE");
    }

    /** What a generated encoder gives to the runtime. */
    EncoderType<I> encoderType() {
        return constant("TYPE");
    }

    /** What a tagger of this class hands its calls to. */
    @SuppressWarnings("unchecked") // every generated tagger has it
    <T> TaggerCore<T> core(I model) {
        return (TaggerCore<T>) field("core", model);
    }

    /** The constants of the tagger's enum; for one that learns its tags, so many made-up ones. */
    List<Object> tags(int count) {
        TagSet<?> tags = this.<Object>taggerType().heads().types().get(0).tags();
        return tags.isLearned()
                ? List.copyOf(Sentences.names(count))
                : IntStream.range(0, tags.size()).<Object>mapToObj(tags::tag).toList();
    }

    @SuppressWarnings("unchecked") // the caller knows the generated class
    private <R> R constant(String name) {
        return (R) field(name, null);
    }

    private Object field(String name, Object target) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(target);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked") // the caller knows the generated class
    private <R> R call(Object target, String method, Class<?>[] parameters, Object... arguments) {
        try {
            return (R) type.getMethod(method, parameters).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
