package dev.lanewise.examples.tagging.task;

import dev.lanewise.runtime.train.DevMetric;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be learned. */
public enum Task {
    /** Universal parts of speech. */
    POS(false, "upos"),
    /** Parts of speech in a treebank's own tag set. */
    XPOS(false, "xpos"),
    /** Any other tags, one for each word. */
    TAGS(false, null),
    /** Names of persons, places and other entities. */
    NER(true, null),
    /** Chunks, such as noun phrases. */
    CHUNK(true, null);

    private final boolean spans;
    private final @Nullable String conlluColumn;

    Task(boolean spans, @Nullable String conlluColumn) {
        this.spans = spans;
        this.conlluColumn = conlluColumn;
    }

    /** Whether tags write down spans, such as {@code B-PER I-PER}, rather than tell something of each word by itself. */
    public boolean spans() {
        return spans;
    }

    /** The column of CoNLL-U that has its tags, where that is settled. */
    public @Nullable String conlluColumn() {
        return conlluColumn;
    }

    /** What the best epoch and the best model are chosen by. */
    public DevMetric<String> metric() {
        return spans ? DevMetric.spanF1() : DevMetric.accuracy();
    }

    /** The name of that measure, for people. */
    public String measure() {
        return spans ? "F1" : "accuracy";
    }

    /** The network that it is usually learned with; parts of speech are read where tags are spans. */
    public Network network(boolean vectors, boolean pos) {
        if (spans && pos) {
            return vectors ? Network.ENTITIES_POS_VECTORS : Network.ENTITIES_POS;
        }
        if (spans) {
            return vectors ? Network.ENTITIES_VECTORS : Network.ENTITIES;
        }
        return vectors ? Network.POS_VECTORS : Network.POS;
    }

    /** How it is trained on thousands of sentences. */
    public Recipe recipe() {
        return switch (this) {
            case POS, XPOS, TAGS -> Recipe.forTags();
            case NER -> Recipe.forEntities();
            case CHUNK -> Recipe.forChunks();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
