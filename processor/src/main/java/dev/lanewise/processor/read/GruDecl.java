package dev.lanewise.processor.read;

/**
 * {@code @Gru}.
 *
 * @param stated the annotation
 * @param hidden units in each layer and direction
 * @param layers layers of equal size on top of each other
 * @param bidirectional whether each layer runs from right to left as well
 * @param name the module's name in the state dict, numbered where it is left out; empty for no prefix
 */
public record GruDecl(Stated stated, int hidden, int layers, boolean bidirectional, String name)
        implements EncoderDecl {
    static GruDecl of(Stated stated, String name) {
        return new GruDecl(
                stated, stated.integer("hidden"), stated.integer("layers"), stated.flag("bidirectional"), name);
    }

    @Override
    public int gates() {
        return 3;
    }
}
