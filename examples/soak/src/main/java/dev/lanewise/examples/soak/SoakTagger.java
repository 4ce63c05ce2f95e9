package dev.lanewise.examples.soak;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Crf;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import dev.lanewise.runtime.Tagging;
import java.util.List;
import java.util.stream.Stream;

/** A tagger with everything that keeps memory: vocabularies, a word cache, buffers of a chain. */
@Tagger
@Embedding(dim = 50, dropout = 0.3f)
@CharLstm(embedding = 16, hidden = 24, bidirectional = true)
@Lstm(hidden = 48, bidirectional = true, dropout = 0.3f)
@Linear
@Crf
public interface SoakTagger {

    /** The tags of each word with their probabilities. */
    Tagging<String> tag(List<String> words);

    /** The tags of each sentence. */
    List<List<String>> tagAll(List<List<String>> sentences);

    /** The same of a stream. */
    Stream<List<String>> tagAll(Stream<List<String>> sentences);

    /** Log-probabilities, {@code [word][tag]}. */
    float[][] scores(List<String> words);

    /** The best taggings, best first. */
    List<Tagging<String>> nBest(List<String> words, int n);
}
