package dev.lanewise.examples.tagging.model;

import dev.lanewise.annotation.Affix;
import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Shape;
import dev.lanewise.annotation.Tagger;
import dev.lanewise.runtime.Tagging;
import java.util.List;

/** The {@link PosTagger} with two heads: one model finds both parts of speech of a word in one pass. */
@Tagger
@Embedding(dim = 100, dropout = 0.33f)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 2, dim = 24, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 3, dim = 32, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 4, dim = 32, dropout = 0.33f)
@Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, dropout = 0.33f)
@Shape(dim = 16, dropout = 0.2f)
@Lstm(hidden = 128, bidirectional = true, dropout = 0.4f)
@Linear(of = "upos")
@Linear(of = "xpos")
public interface PosXposTagger {

    /** The best tags of each sentence, in the order given. */
    List<List<TagPair>> tagAll(List<List<String>> sentences);

    /** The n best taggings of a sentence, best first; fewer if there are not so many. */
    List<Tagging<TagPair>> nBest(List<String> words, int n);
}
