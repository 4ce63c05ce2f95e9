package dev.lanewise.processor.read;

import java.util.List;

/**
 * {@code @Hmm}.
 *
 * @param stated the annotation
 * @param order how many tags a tag depends on
 * @param suffix the length of the longest ending
 * @param rare how often a word occurs at most whose endings count
 */
public record HmmDecl(Stated stated, int order, int suffix, int rare) implements LayerDecl {
    static HmmDecl of(Stated stated, String name) {
        return new HmmDecl(stated, stated.integer("order"), stated.integer("suffix"), stated.integer("rare"));
    }

    @Override
    public int widest() {
        return 0; // it has no vectors
    }

    @Override
    public String name() {
        return "hmm";
    }

    @Override
    public List<String> tensors() {
        return List.of("hmm.transitions", "hmm.emissions");
    }

    @Override
    public String inFull() {
        return "@Hmm(order = " + order + ", suffix = " + suffix + ", rare = " + rare + ")";
    }
}
