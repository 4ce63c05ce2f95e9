package dev.lanewise.examples.tagging.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;

/** What a tagger does that reads words with their parts of speech; an interface that extends it says how. */
public interface TokenTagger {

    /** The best tags of each sentence, in the order given. */
    List<List<String>> tagAll(List<List<Token>> sentences);

    /** The n best taggings of a sentence, best first; fewer if there are not so many. */
    List<Tagging<String>> nBest(List<Token> tokens, int n);
}
