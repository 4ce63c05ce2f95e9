package dev.lanewise.examples.tagging.model;

import java.util.List;

/** What every tagger of this program does; an interface that extends it says how. */
public interface TextTagger {

    /** The best tags of each sentence, in the order given. */
    List<List<String>> tagAll(List<List<String>> sentences);
}
