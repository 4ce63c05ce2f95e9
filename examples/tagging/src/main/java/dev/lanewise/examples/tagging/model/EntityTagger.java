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

/**
 * A tagger of names, chunks and other spans: a bidirectional LSTM over what is known of the words and their characters, and a
 * conditional random field over its scores (Lample et al., 2016), which allows only what BIO allows. Entities are rare, and most of
 * those to come are new, so words that occur once are read as unknown and much is dropped while training.
 */
@Tagger
@Embedding(dim = 50, minCount = 2, dropout = 0.5f)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.5f)
@Affix(length = 2, dim = 24, minCount = 3, dropout = 0.5f)
@Affix(length = 3, dim = 32, minCount = 3, dropout = 0.5f)
@Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, minCount = 3, dropout = 0.5f)
@Shape(dim = 25, dropout = 0.3f)
@Lstm(hidden = 100, bidirectional = true, dropout = 0.5f, recurrentDropout = 0.25f)
@Linear
@Crf(constraints = Constraints.BIO)
public interface EntityTagger extends NBestTagger {}
