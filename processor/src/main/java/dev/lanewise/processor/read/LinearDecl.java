package dev.lanewise.processor.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code @Linear}.
 *
 * @param stated the annotation
 * @param of the component of the record of tags that it gives; empty where tags are no records
 * @param weight what its loss counts
 * @param viterbi whether the best tagging of the sentence is looked for, by counts of tags that follow each other
 * @param name the module's name in the state dict
 */
public record LinearDecl(Stated stated, String of, float weight, boolean viterbi, String name) implements LayerDecl {
    static LinearDecl of(Stated stated, String name) {
        boolean viterbi = stated.constant("decoder").equals("VITERBI");
        return new LinearDecl(stated, stated.of(), stated.number("weight"), viterbi, name);
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
        return "@Linear(" + ofInFull(of) + (viterbi ? "decoder = Decoder.VITERBI, " : "") + "name = \"" + name + "\")";
    }

    /** How {@code of} stands in the text of a layer: not at all where it is empty. */
    static String ofInFull(String of) {
        return of.isEmpty() ? "" : "of = \"" + of + "\", ";
    }
}
