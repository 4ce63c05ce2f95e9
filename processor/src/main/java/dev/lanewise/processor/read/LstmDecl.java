package dev.lanewise.processor.read;

/**
 * {@code @Lstm}.
 *
 * @param stated the annotation
 * @param hidden units in each layer and direction
 * @param layers layers of equal size on top of each other
 * @param bidirectional whether each layer runs from right to left as well
 * @param name the module's name in the state dict, numbered where it is left out; empty for no prefix
 */
public record LstmDecl(Stated stated, int hidden, int layers, boolean bidirectional, String name)
        implements EncoderDecl {
    static LstmDecl of(Stated stated, String name) {
        return new LstmDecl(
                stated, stated.integer("hidden"), stated.integer("layers"), stated.flag("bidirectional"), name);
    }

    @Override
    public int gates() {
        return 4;
    }
}
