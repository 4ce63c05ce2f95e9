package dev.lanewise.processor.read;

import java.util.Locale;

/**
 * {@code @Affix}.
 *
 * @param stated the annotation
 * @param length characters of the affix
 * @param kind prefix or suffix
 * @param dim numbers in each affix's vector
 * @param minCount occurrences that an affix needs to be in the vocabulary
 * @param name the module's name in the state dict
 */
public record AffixDecl(Stated stated, int length, LookupKind kind, int dim, int minCount, String name)
        implements TableDecl {
    static AffixDecl of(Stated stated, String written) {
        LookupKind kind = LookupKind.valueOf(stated.constant("kind"));
        int length = stated.integer("length");
        String of = stated.of().isEmpty() ? "" : stated.of() + "_";
        String byKind = of + kind.name().toLowerCase(Locale.ROOT) + length + "_embeddings";
        String name = stated.writes("name") ? written : byKind;
        return new AffixDecl(stated, length, kind, stated.integer("dim"), stated.integer("minCount"), name);
    }

    @Override
    public boolean unknown() {
        return true;
    }

    @Override
    public String inFull() {
        return "@Affix(" + ofInFull() + "length = " + length + ", kind = " + kind + ", dim = " + dim + ", minCount = "
                + minCount + ", name = \"" + name + "\")";
    }
}
