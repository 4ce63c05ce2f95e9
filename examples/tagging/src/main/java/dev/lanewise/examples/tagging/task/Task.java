package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.TagPair;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.train.DevMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be learned. */
public enum Task {
    /** Universal parts of speech. */
    POS(false, ConlluColumn.UPOS),
    /** Parts of speech in a treebank's own tag set. */
    XPOS(false, ConlluColumn.XPOS),
    /** Both by one model, with a head for each; a tag is the text of a {@link TagPair}. */
    POS_XPOS(false, ConlluColumn.UPOS, ConlluColumn.XPOS),
    /** Any other tags, one for each word. */
    TAGS(false),
    /** Names of persons, places and other entities. */
    NER(true),
    /** Chunks, such as noun phrases. */
    CHUNK(true);

    private final boolean spans;
    private final List<ConlluColumn> columns;

    Task(boolean spans, ConlluColumn... columns) {
        this.spans = spans;
        this.columns = List.of(columns);
    }

    /** Whether tags write down spans, such as {@code B-PER I-PER}, rather than tell something of each word by itself. */
    public boolean spans() {
        return spans;
    }

    /** The columns of CoNLL-U that have its tags, where they are settled; one for each head. */
    public List<ConlluColumn> columns() {
        return columns;
    }

    /** What the heads of its model give, where there are several; otherwise empty. */
    public List<String> heads() {
        return columns.size() < 2
                ? List.of()
                : columns.stream()
                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** The tag of one head, by its number, in a tag of several; of a task with one head, the tag itself. */
    public String part(String tag, int head) {
        if (columns.size() < 2) {
            return tag;
        }
        TagPair pair = TagPair.of(tag);
        return head == 0 ? pair.upos() : pair.xpos();
    }

    /** What the best epoch and the best model are chosen by: of several heads the mean of their accuracies. */
    public DevMetric<String> metric() {
        List<DevMetric<String>> ofHeads = new ArrayList<>();
        for (int i = 0; i < heads().size(); i++) {
            int head = i;
            ofHeads.add(DevMetric.ofHead(heads().get(i), tag -> part(tag, head), DevMetric.accuracy()));
        }
        if (!ofHeads.isEmpty()) {
            return DevMetric.mean(ofHeads);
        }
        return spans ? DevMetric.spanF1() : DevMetric.accuracy();
    }

    /** The name of that measure, for people. */
    public String measure() {
        if (columns.size() > 1) {
            return "mean accuracy";
        }
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
        if (this == POS_XPOS) {
            return Network.POS_XPOS;
        }
        return vectors ? Network.POS_VECTORS : Network.POS;
    }

    /** How it is trained on thousands of sentences. */
    public Recipe recipe() {
        return switch (this) {
            case POS, XPOS, POS_XPOS, TAGS -> Recipe.forTags();
            case NER -> Recipe.forEntities();
            case CHUNK -> Recipe.forChunks();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '+');
    }
}
