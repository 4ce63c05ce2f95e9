package dev.lanewise.processor.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code @Linear}.
 *
 * @param stated the annotation
 * @param viterbi whether the best tagging of the sentence is looked for, by counts of tags that follow each other
 * @param name the module's name in the state dict
 */
public record LinearDecl(Stated stated, boolean viterbi, String name) implements LayerDecl {
    static LinearDecl of(Stated stated, String name) {
        return new LinearDecl(stated, stated.constant("decoder").equals("VITERBI"), name);
    }

    @Override
    public int widest() {
        return 0; // the tags decide
    }

    @Override
    public List<String> tensors() {
        return viterbi
                ? Stream.concat(tensors(name).stream(), counts().stream()).toList()
                : tensors(name);
    }

    /** Names of the tensors that are counted, where there are some: first tags, last tags, and neighbours. */
    public List<String> counts() {
        return List.of(name + ".start_counts", name + ".end_counts", name + ".transition_counts");
    }

    static List<String> tensors(String name) {
        return List.of(name + ".weight", name + ".bias");
    }

    @Override
    public String inFull() {
        return "@Linear(" + (viterbi ? "decoder = Decoder.VITERBI, " : "") + "name = \"" + name + "\")";
    }
}
