package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.examples.tagging.model.Token;
import dev.lanewise.examples.tagging.model.TokenTagger;
import dev.lanewise.runtime.Tagging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tagger of words that consists of two: one finds their parts of speech, the other one reads words and parts of speech.
 *
 * @param tagger the one that reads both
 * @param pos the one that finds parts of speech; null for a model that is only looked at
 */
record Joined(TokenTagger tagger, @Nullable PartsOfSpeech pos) implements NBestTagger {

    @Override
    public List<List<String>> tagAll(List<List<String>> sentences) {
        return tagger.tagAll(tokens(sentences));
    }

    @Override
    public List<Tagging<String>> nBest(List<String> words, int n) {
        return tagger.nBest(tokens(List.of(words)).get(0), n);
    }

    private List<List<Token>> tokens(List<List<String>> sentences) {
        if (pos == null) {
            throw new IllegalStateException("this model was read without one of parts of speech, so it cannot tag");
        }
        return pos.tokens(sentences);
    }
}
