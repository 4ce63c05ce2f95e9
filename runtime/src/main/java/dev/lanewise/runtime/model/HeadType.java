package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A head of a generated tagger as the runtime sees it.
 *
 * @param <T> what the tagger gives for a word
 * @param <P> what this head gives for it: the same, or a component of it where it is a record
 * @param of the name of that component; empty where the head gives all that there is
 * @param weight what its loss counts in the sum over the heads
 * @param tags its tags, as far as they are known
 * @param record takes its tag out of what the tagger gives
 * @param number its number among the heads
 */
public record HeadType<T, P>(String of, float weight, TagSet<P> tags, RecordType<T> record, int number)
        implements Function<T, P> {

    /**
     * The tag of this head in what stands for a word.
     *
     * @throws IllegalArgumentException if it is null
     */
    @SuppressWarnings("unchecked") // generated code gives each head the tags of its component
    public P tag(T whole) {
        P tag = (P) record.part(whole, number);
        if (tag == null) {
            throw new IllegalArgumentException(
                    "the component " + of + " of " + whole + " is null: give each word a tag");
        }
        return tag;
    }

    /** The {@link #tag}. */
    @Override
    public P apply(T whole) {
        return tag(whole);
    }

    /** The tags of this head in what stands for words. */
    public List<P> tags(List<T> whole) {
        List<P> parts = new ArrayList<>(whole.size());
        for (T each : whole) {
            parts.add(tag(each));
        }
        return parts;
    }

    /**
     * The id of the tag of this head.
     *
     * @return -1 if there is no such tag
     */
    public int find(T whole) {
        return tags.find(tag(whole));
    }

    /** The same with the tags that occur. */
    HeadType<T, P> learn(List<Example<T>> examples) {
        if (!tags.isLearned()) {
            return this;
        }
        List<List<P>> occurring = new ArrayList<>(examples.size());
        for (Example<T> example : examples) {
            occurring.add(tags(example.tags()));
        }
        return with(tags.learn(occurring));
    }

    /**
     * The same with the tags of a model file or of a state dict.
     *
     * @throws IllegalArgumentException if they cannot be those of this head; the message begins with the annotation
     */
    HeadType<T, P> of(Vocabularies stored) {
        try {
            return with(tags.of(stored.tags(of)));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /** The error of tags that cannot be those of this head; the message begins with the annotation. */
    IllegalArgumentException refused(IllegalArgumentException e) {
        return new IllegalArgumentException("@Linear" + whose() + ": " + e.getMessage(), e);
    }

    HeadType<T, P> with(TagSet<P> others) {
        return new HeadType<>(of, weight, others, record, number);
    }

    /** What messages put behind the name of a layer to tell whose it is; empty where there is no other head. */
    public String whose() {
        return of.isEmpty() ? "" : " of " + of;
    }
}
