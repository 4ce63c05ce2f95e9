package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;

/** Layers of equal size on top of each other that read the sequence step by step and carry a state. */
public interface EncoderDecl extends LayerDecl {
    /** Units in each layer and direction. */
    int hidden();

    /** Layers on top of each other. */
    int layers();

    /** Whether each layer runs from right to left as well. */
    boolean bidirectional();

    /** Blocks of {@code hidden} rows in each weight matrix. */
    int gates();

    /** Numbers it gives for each word. */
    default int size() {
        return bidirectional() ? 2 * hidden() : hidden();
    }

    @Override
    default int widest() {
        return size();
    }

    @Override
    default List<Matrix> matrices(int inputs) {
        return List.of(new Matrix("hidden", gates() * hidden(), inputs));
    }

    @Override
    default String inFull() {
        return stated().name().written() + "(hidden = " + hidden() + ", layers = " + layers() + ", bidirectional = "
                + bidirectional() + ", name = \"" + name() + "\")";
    }

    @Override
    default List<String> tensors() {
        return tensors(name(), layers(), bidirectional());
    }

    /** The names that PyTorch gives to the tensors of its recurrent modules. */
    static List<String> tensors(String name, int layers, boolean bidirectional) {
        String prefix = name.isEmpty() ? "" : name + ".";
        List<String> names = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (String direction : bidirectional ? List.of("", "_reverse") : List.of("")) {
                for (String part : List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh")) {
                    names.add(prefix + part + "_l" + layer + direction);
                }
            }
        }
        return List.copyOf(names);
    }
}
