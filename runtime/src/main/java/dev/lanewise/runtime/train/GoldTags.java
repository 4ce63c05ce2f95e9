package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.TagSet;

/**
 * Finds the ids of gold tags.
 *
 * @param <T> the type of a tag
 */
record GoldTags<T>(TagSet<T> tags) {

    int id(T tag, int sequence, int position) {
        int id = tags.find(tag);
        if (id < 0) {
            throw new IllegalArgumentException("the tag " + tag + " of word " + position + " in sentence " + sequence
                    + " is none of " + tags.names() + ": train with data that hold every tag");
        }
        return id;
    }
}
