package dev.lanewise.examples.tagging.model.ablation;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Crf;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.examples.tagging.model.Pretrained;

/** The fourth step: the {@link CharCrfTagger}, with pretrained word vectors. */
@Tagger
@Embedding(dim = 100, dropout = 0.5f)
@Embedding(dim = Pretrained.DIM, name = Pretrained.NAME, dropout = 0.5f)
@CharLstm(embedding = 30, hidden = 25, bidirectional = true, dropout = 0.5f)
@Lstm(hidden = 100, bidirectional = true, dropout = 0.5f)
@Linear
@Crf
public interface VectorTagger extends NBestTagger {}
