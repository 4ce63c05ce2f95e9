package dev.lanewise.processor.read;

/**
 * {@code @Shape}.
 *
 * @param stated the annotation
 * @param dim numbers in each shape's vector
 * @param name the module's name in the state dict
 */
public record ShapeDecl(Stated stated, int dim, String name) implements TableDecl {
    static ShapeDecl of(Stated stated, String name) {
        return new ShapeDecl(stated, stated.integer("dim"), name);
    }

    @Override
    public LookupKind kind() {
        return LookupKind.SHAPE;
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public int minCount() {
        return 1;
    }

    @Override
    public boolean unknown() {
        return true;
    }

    @Override
    public String inFull() {
        return "@Shape(" + ofInFull() + "dim = " + dim + ", name = \"" + name + "\")";
    }
}
