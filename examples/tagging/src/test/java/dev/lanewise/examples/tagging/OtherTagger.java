package dev.lanewise.examples.tagging;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import java.util.List;

/** A tagger whose models are not those of the program. */
@Tagger
@Embedding(dim = 8)
@Lstm(hidden = 8)
@Linear
interface OtherTagger {

    /** The best tag of each word. */
    List<String> tag(List<String> words);
}
