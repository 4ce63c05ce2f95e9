package dev.lanewise.processor.read;

/**
 * {@code @Embedding}.
 *
 * @param stated the annotation
 * @param dim numbers in each word's vector
 * @param minCount occurrences that a word needs to be in the vocabulary
 * @param unknown whether entry 0 stands for unknown words
 * @param name the module's name in the state dict, numbered where it is left out
 */
public record EmbeddingDecl(Stated stated, int dim, int minCount, boolean unknown, String name) implements TableDecl {
    static EmbeddingDecl of(Stated stated, String name) {
        return new EmbeddingDecl(
                stated, stated.integer("dim"), stated.integer("minCount"), stated.flag("unknown"), name);
    }

    @Override
    public LookupKind kind() {
        return LookupKind.WORD;
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public String inFull() {
        return "@Embedding(" + ofInFull() + "dim = " + dim + ", minCount = " + minCount + ", unknown = " + unknown
                + ", name = \"" + name + "\")";
    }
}
