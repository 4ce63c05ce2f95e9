package dev.lanewise.examples.tagging.model;

import dev.lanewise.annotation.Affix;
import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Decoder;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Shape;
import dev.lanewise.annotation.Tagger;

/** The {@link PosTagger}, whose tags are chosen for a sentence as a whole: by transitions counted in the training data. */
@Tagger
@Embedding(dim = 100, dropout = 0.33f)
@CharLstm(embedding = 30, hidden = 50, bidirectional = true, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 2, dim = 24, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 3, dim = 32, dropout = 0.33f)
@Affix(kind = Affix.Kind.SUFFIX, length = 4, dim = 32, dropout = 0.33f)
@Affix(kind = Affix.Kind.PREFIX, length = 3, dim = 24, dropout = 0.33f)
@Shape(dim = 16, dropout = 0.2f)
@Lstm(hidden = 128, bidirectional = true, dropout = 0.4f)
@Linear(decoder = Decoder.VITERBI)
public interface PosViterbiTagger extends NBestTagger {}
