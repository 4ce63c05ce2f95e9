package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code @CharLstm}.
 *
 * @param stated the annotation
 * @param embedding numbers in each character's vector
 * @param hidden units in each direction
 * @param bidirectional whether words are read from right to left as well
 * @param projection size of the affine layer behind it, 0 for none
 * @param unknown whether entry 0 stands for unknown characters
 * @param name stem of the modules' names in the state dict
 */
public record CharLstmDecl(
        Stated stated, int embedding, int hidden, boolean bidirectional, int projection, boolean unknown, String name)
        implements FeatureDecl {
    @Override
    public int size() {
        return projection > 0 ? projection : bidirectional ? 2 * hidden : hidden;
    }

    @Override
    public List<String> tensors() {
        List<String> names = new ArrayList<>();
        names.add(embeddingName() + ".weight");
        names.addAll(LstmDecl.tensors(lstmName(), 1, bidirectional));
        if (projection > 0) {
            names.addAll(LinearDecl.tensors(projectionName()));
        }
        return List.copyOf(names);
    }

    /** Name of the characters' embedding in the state dict. */
    public String embeddingName() {
        return name + "_embeddings";
    }

    /** Name of the characters' LSTM in the state dict. */
    public String lstmName() {
        return name + "_lstm";
    }

    /** Name of the affine layer in the state dict. */
    public String projectionName() {
        return name + "_h2t";
    }

    @Override
    public String inFull() {
        return "@CharLstm(embedding = " + embedding + ", hidden = " + hidden + ", bidirectional = " + bidirectional
                + ", projection = " + projection + ", unknown = " + unknown + ", name = \"" + name + "\")";
    }
}
