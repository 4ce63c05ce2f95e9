package dev.lanewise.processor.read;

/** A feature that reads words character by character, each of which it looks up in a table of its own. */
public interface CharacterDecl extends FeatureDecl {
    /** Numbers in each character's vector. */
    int embedding();

    /** Whether entry 0 stands for unknown characters. */
    boolean unknown();

    /** Name of the characters' table in the state dict. */
    default String embeddingName() {
        return name() + "_embeddings";
    }
}
