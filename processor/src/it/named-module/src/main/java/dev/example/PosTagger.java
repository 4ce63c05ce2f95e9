package dev.example;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

@Tagger
@Embedding(dim = 6)
@Lstm(hidden = 6)
@Linear
public interface PosTagger {
    enum Tag {
        DET,
        NN,
        V
    }

    List<Tag> tag(List<String> words);

    float[][] scores(List<String> words);
}
