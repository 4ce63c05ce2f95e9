package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import java.util.ArrayList;
import java.util.List;

/**
 * The heads of a tagger, and how their tags make up what it gives for a word: the tag of the only head, or a record of the tags of
 * all. Immutable.
 *
 * @param <T> what the tagger gives for a word
 */
public final class Heads<T> {

    private final List<HeadType<T, ?>> types;
    private final RecordType<T> record;

    private Heads(List<HeadType<T, ?>> types, RecordType<T> record) {
        this.types = List.copyOf(types);
        this.record = record;
    }

    /** A single head, whose tags are what the tagger gives. */
    public static <T> Heads<T> only(TagSet<T> tags) {
        return new Heads<>(List.of(), new Whole<T>()).head("", 1f, tags);
    }

    /**
     * Heads that each give a component of a record; they follow by {@link #head}.
     *
     * @param record makes a record of one tag of each head, and takes it apart
     */
    public static <T> Heads<T> ofRecord(RecordType<T> record) {
        return new Heads<>(List.of(), record);
    }

    /**
     * The same with one head more.
     *
     * @param of the component that it gives
     * @param weight what its loss counts in the sum over the heads
     * @param tags its tags, of the type that the record's part of this head has
     */
    public <P> Heads<T> head(String of, float weight, TagSet<P> tags) {
        List<HeadType<T, ?>> more = new ArrayList<>(types);
        more.add(new HeadType<>(of, weight, tags, record, types.size()));
        return new Heads<>(more, record);
    }

    /** The heads in the order of the declaration. */
    public List<HeadType<T, ?>> types() {
        return types;
    }

    /** The number of heads. */
    public int size() {
        return types.size();
    }

    /** The component that each head gives; that of the only one is empty. */
    List<String> components() {
        List<String> components = new ArrayList<>();
        for (HeadType<T, ?> type : types) {
            components.add(type.of());
        }
        return components;
    }

    /**
     * The number of the head that gives a component of the record.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public int number(String of) {
        int number = components().indexOf(of);
        if (number < 0) {
            throw new IllegalArgumentException("no head gives " + of + "; there are " + components());
        }
        return number;
    }

    /** The heads with the tags that occur, in the order of first occurrence; where tags are fixed, all of them. */
    public Heads<T> learn(List<Example<T>> examples) {
        List<HeadType<T, ?>> learned = new ArrayList<>();
        for (HeadType<T, ?> type : types) {
            learned.add(type.learn(examples));
        }
        return new Heads<>(learned, record);
    }

    /**
     * The heads with the tags of a model file or of a state dict.
     *
     * @throws IllegalArgumentException if there are none of a head, or its tags are fixed and differ from those; the message begins
     *     with the annotation
     */
    public Heads<T> of(Vocabularies stored) {
        List<HeadType<T, ?>> known = new ArrayList<>();
        for (HeadType<T, ?> type : types) {
            known.add(type.of(stored));
        }
        return new Heads<>(known, record);
    }

    /** The vocabularies with the names of the tags of these heads. */
    public Vocabularies name(Vocabularies vocabularies) {
        Vocabularies named = vocabularies;
        for (HeadType<T, ?> type : types) {
            named = named.withTags(type.of(), type.tags().names());
        }
        return named;
    }

    /** The names of the tags of each head. */
    List<List<String>> names() {
        List<List<String>> names = new ArrayList<>();
        for (HeadType<T, ?> type : types) {
            names.add(type.tags().names());
        }
        return names;
    }

    /** Reads the tags of a word. */
    Reading<T> reading() {
        if (record instanceof Whole) {
            return readingOf(0);
        }
        List<HeadReading<?>> readings = new ArrayList<>();
        for (int number = 0; number < size(); number++) {
            readings.add(readingOf(number));
        }
        return new RecordReading<>(components(), readings, record);
    }

    /** Reads the tags of one head; the caller knows their type. */
    @SuppressWarnings("unchecked")
    private <P> HeadReading<P> readingOf(int number) {
        return new HeadReading<>(number, (TagSet<P>) types.get(number).tags());
    }

    /** The tag of the only head is all that there is. */
    private static final class Whole<T> implements RecordType<T> {
        @Override
        @SuppressWarnings("unchecked") // the tags of the only head are of this type
        public T make(Object[] tags) {
            return (T) tags[0];
        }

        @Override
        public Object part(T whole, int head) {
            return whole;
        }
    }
}
