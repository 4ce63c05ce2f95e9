package dev.lanewise.processor.read;

import java.util.List;

/** A feature that is looked up in a table of vectors, by one entry a word. */
public interface TableDecl extends FeatureDecl {
    /** What of a word is looked up. */
    LookupKind kind();

    /** Characters of an affix, otherwise 0. */
    int length();

    /** Numbers in each vector. */
    int dim();

    /** Occurrences that an entry needs to be in the vocabulary. */
    int minCount();

    /** Whether entry 0 stands for unknown ones. */
    boolean unknown();

    @Override
    default int size() {
        return dim();
    }

    @Override
    default List<String> tensors() {
        return List.of(name() + ".weight");
    }
}
