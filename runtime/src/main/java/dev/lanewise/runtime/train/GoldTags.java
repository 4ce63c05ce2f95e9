package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Chain;
import dev.lanewise.runtime.model.HeadType;
import dev.lanewise.runtime.model.Packing;
import java.util.List;

/**
 * Finds the ids of gold tags of one head.
 *
 * @param <T> what stands for a word
 */
record GoldTags<T>(HeadType<T, ?> head) {

    int id(T whole, int sequence, int position) {
        int id = head.find(whole);
        if (id < 0) {
            throw new IllegalArgumentException(
                    "the tag " + head.tag(whole) + " of word " + position + " in sentence " + sequence + " is none of "
                            + head.tags().names() + head.whose() + ": train with data that hold every tag");
        }
        return id;
    }

    /**
     * Checks that a chain allows the tags of a sequence.
     *
     * @param ids the tag of every packed row
     * @param sequence its number in the batch
     * @param sentence its number in the training data, for the message
     */
    void check(Chain chain, int[] ids, Packing words, int sequence, int sentence) {
        int length = words.length(words.place(sequence));
        int before = -1;
        for (int t = 0; t < length; t++) {
            int tag = ids[words.row(sequence, t)];
            if (t == 0 && !chain.mayStart(tag)) {
                throw illegal(tag, t, sentence, "cannot begin a sentence");
            }
            if (t > 0 && !chain.mayFollow(before, tag)) {
                throw illegal(tag, t, sentence, "cannot follow " + names().get(before));
            }
            before = tag;
        }
        if (!chain.mayEnd(before)) {
            throw illegal(before, length - 1, sentence, "cannot end a sentence");
        }
    }

    private IllegalArgumentException illegal(int tag, int position, int sentence, String why) {
        return new IllegalArgumentException("the tag " + names().get(tag) + " of word " + position + " in sentence "
                + sentence + " " + why + ": correct or convert the tags, or use @Crf(constraints = Constraints.NONE)");
    }

    private List<String> names() {
        return head.tags().names();
    }
}
