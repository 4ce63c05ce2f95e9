package dev.lanewise.examples.tagging.model;

import dev.lanewise.annotation.Affix;
import dev.lanewise.annotation.CharCnn;
import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Constraints;
import dev.lanewise.annotation.Crf;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Shape;
import dev.lanewise.annotation.Tagger;

/** The {@link EntityVectorTagger} of words with their parts of speech. */
@Tagger
@Embedding(dim = Pretrained.DIM, name = Pretrained.NAME, dropout = 0.2f)
@Embedding(of = "pos", dim = 20, dropout = 0.2f)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.4f)
@CharCnn(embedding = 30, filters = 50, width = 3, dropout = 0.4f)
@Affix(length = 2, dim = 24, minCount = 3, dropout = 0.5f)
@Affix(length = 3, dim = 32, minCount = 3, dropout = 0.5f)
@Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, minCount = 3, dropout = 0.5f)
@Shape(dim = 25, dropout = 0.3f)
@Lstm(hidden = 128, bidirectional = true, inputDropout = 0.2f, dropout = 0.5f, recurrentDropout = 0.25f)
@Linear
@Crf(constraints = Constraints.BIO)
public interface EntityPosVectorTagger extends TokenTagger {}
