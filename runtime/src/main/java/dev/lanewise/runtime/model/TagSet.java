package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of a model in the order of their scores.
 *
 * @param <T> the type of a tag
 */
public final class TagSet<T> {

    private final List<T> tags;
    private final List<String> names;
    private final Map<T, Integer> ids = new HashMap<>();
    private final boolean learned;
    private final TagScheme scheme;

    private TagSet(List<T> tags, List<String> names, boolean learned, TagScheme scheme) {
        this.tags = List.copyOf(tags);
        this.names = List.copyOf(names);
        this.learned = learned;
        this.scheme = scheme;
        for (int i = 0; i < tags.size(); i++) {
            ids.put(tags.get(i), i);
        }
    }

    /** The constants of an enum, in their order. */
    public static <E extends Enum<E>> TagSet<E> of(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> names = new ArrayList<>();
        for (E constant : constants) {
            names.add(constant.name());
        }
        return new TagSet<>(constants, names, false, TagScheme.NONE);
    }

    /** Tags that are strings and come from the training data or a model file: none as yet. */
    public static TagSet<String> learned() {
        return learned(TagScheme.NONE);
    }

    /** Tags that are strings of a scheme and come from the training data or a model file: none as yet. */
    public static TagSet<String> learned(TagScheme scheme) {
        return new TagSet<>(List.of(), List.of(), true, scheme);
    }

    /** Whether the data tell which tags there are. */
    public boolean isLearned() {
        return learned;
    }

    /** Whether these can be any tags, so that {@link #of} refuses none. */
    boolean takesAny() {
        return learned && scheme == TagScheme.NONE;
    }

    /**
     * The tags of a model file or of a state dict.
     *
     * @param stored names in order
     * @throws IllegalArgumentException if the tags are fixed and differ from those, or those are not of the scheme
     */
    public TagSet<T> of(List<String> stored) {
        if (!learned) {
            if (!names.equals(stored)) {
                throw new IllegalArgumentException("the tags are " + stored + ", but the enum has " + names
                        + ": use the enum it was trained with");
            }
            return this;
        }
        if (scheme != TagScheme.NONE) {
            scheme.check(stored);
        }
        return new TagSet<>(strings(stored), stored, true, scheme);
    }

    /** The tags that occur, in the order of first occurrence; where tags are fixed, all of them. */
    public TagSet<T> learn(Iterable<? extends List<T>> occurring) {
        if (!learned) {
            return this;
        }
        Map<T, Boolean> seen = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        for (List<T> tagsOfOne : occurring) {
            for (T tag : tagsOfOne) {
                if (seen.put(tag, true) == null) {
                    found.add(String.valueOf(tag));
                }
            }
        }
        return new TagSet<>(new ArrayList<>(seen.keySet()), found, true, scheme);
    }

    // A learned set is only ever made by learned(), so that T is String.
    @SuppressWarnings("unchecked")
    private List<T> strings(List<String> stored) {
        return (List<T>) stored;
    }

    /** Number of tags. */
    public int size() {
        return tags.size();
    }

    /** The tag of an id. */
    public T tag(int id) {
        return tags.get(id);
    }

    /** The names of the tags in order. */
    public List<String> names() {
        return names;
    }

    /**
     * The id of a tag.
     *
     * @return -1 if there is no such tag
     */
    public int find(T tag) {
        // Constants of an enum stand where they are declared.
        if (tag instanceof Enum<?> constant
                && constant.ordinal() < tags.size()
                && tags.get(constant.ordinal()) == tag) {
            return constant.ordinal();
        }
        Integer id = ids.get(tag);
        return id == null ? -1 : id;
    }
}
