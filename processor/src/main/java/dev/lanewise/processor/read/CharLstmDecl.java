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
        implements CharacterDecl {
    static CharLstmDecl of(Stated stated, String name) {
        return new CharLstmDecl(
                stated,
                stated.integer("embedding"),
                stated.integer("hidden"),
                stated.flag("bidirectional"),
                stated.integer("projection"),
                stated.flag("unknown"),
                name);
    }

    @Override
    public int size() {
        return projection > 0 ? projection : states();
    }

    private int states() {
        return bidirectional ? 2 * hidden : hidden;
    }

    @Override
    public int widest() {
        return Math.max(Math.max(embedding, hidden), size());
    }

    @Override
    public List<Matrix> matrices(int inputs) {
        return List.of(new Matrix("hidden", 4 * hidden, embedding), new Matrix("projection", projection, states()));
    }

    @Override
    public List<String> tensors() {
        List<String> names = new ArrayList<>();
        names.add(embeddingName() + ".weight");
        names.addAll(EncoderDecl.tensors(lstmName(), 1, bidirectional));
        if (projection > 0) {
            names.addAll(LinearDecl.tensors(projectionName()));
        }
        return List.copyOf(names);
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
        return "@CharLstm(" + ofInFull() + "embedding = " + embedding + ", hidden = " + hidden + ", bidirectional = "
                + bidirectional + ", projection = " + projection + ", unknown = " + unknown + ", name = \"" + name
                + "\")";
    }
}
