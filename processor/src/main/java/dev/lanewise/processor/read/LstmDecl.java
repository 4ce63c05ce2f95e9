package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code @Lstm}.
 *
 * @param stated the annotation
 * @param hidden units in each layer and direction
 * @param layers layers of equal size on top of each other
 * @param bidirectional whether each layer runs from right to left as well
 * @param name the module's name in the state dict, numbered where it is left out; empty for no prefix
 */
public record LstmDecl(Stated stated, int hidden, int layers, boolean bidirectional, String name) implements LayerDecl {
    private static final List<String> PARTS = List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh");

    /** Numbers it gives for each word. */
    public int size() {
        return bidirectional ? 2 * hidden : hidden;
    }

    @Override
    public List<String> tensors() {
        return tensors(name, layers, bidirectional);
    }

    static List<String> tensors(String name, int layers, boolean bidirectional) {
        String prefix = name.isEmpty() ? "" : name + ".";
        List<String> names = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            for (String direction : bidirectional ? List.of("", "_reverse") : List.of("")) {
                for (String part : PARTS) {
                    names.add(prefix + part + "_l" + layer + direction);
                }
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String inFull() {
        return "@Lstm(hidden = " + hidden + ", layers = " + layers + ", bidirectional = " + bidirectional
                + ", name = \"" + name + "\")";
    }
}
