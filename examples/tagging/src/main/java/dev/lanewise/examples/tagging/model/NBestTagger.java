package dev.lanewise.examples.tagging.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;

/** A tagger that knows more than the best tagging of a sentence. */
public interface NBestTagger extends TextTagger {

    /** The n best taggings of a sentence, best first; fewer if there are not so many. */
    List<Tagging<String>> nBest(List<String> words, int n);
}
