package dev.lanewise.examples.tagging.model;

import dev.lanewise.annotation.Affix;
import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Constraints;
import dev.lanewise.annotation.Crf;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Shape;
import dev.lanewise.annotation.Tagger;

/** The {@link EntityTagger} of words with their parts of speech, which tell names from other words that are new. */
@Tagger
@Embedding(dim = 50, minCount = 2, dropout = 0.5f)
@Embedding(of = "pos", dim = 20, dropout = 0.2f)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.5f)
@Affix(length = 2, dim = 24, minCount = 3, dropout = 0.5f)
@Affix(length = 3, dim = 32, minCount = 3, dropout = 0.5f)
@Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, minCount = 3, dropout = 0.5f)
@Shape(dim = 25, dropout = 0.3f)
@Lstm(hidden = 100, bidirectional = true, dropout = 0.5f, recurrentDropout = 0.25f)
@Linear
@Crf(constraints = Constraints.BIO)
public interface EntityPosTagger extends TokenTagger {}
