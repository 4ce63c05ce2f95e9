package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** The tagger for real text: word vectors of 100, characters of 30 to 50 in both directions, words of 128 in both. */
@Tagger
@Embedding(dim = 100)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true)
@Lstm(hidden = 128, bidirectional = true)
@Linear
public interface TreebankTagger {

    /** The best tags of each sentence. */
    List<List<String>> tagAll(List<List<String>> sentences);
}
