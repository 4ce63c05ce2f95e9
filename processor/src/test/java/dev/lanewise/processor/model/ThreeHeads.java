package dev.lanewise.processor.model;

import java.util.List;

/** A tagger with three heads, which stand in another order than the components that they give. */
public interface ThreeHeads {

    enum Chunk {
        O,
        B_X,
        I_X
    }

    record Tags(String xpos, Chunk chunk, TwoHeads.Upos upos) {}

    List<Tags> tag(List<String> words);

    float[][] scoresChunk(List<String> words);
}
