package dev.lanewise.examples.tagging.model.ablation;

import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import dev.lanewise.examples.tagging.model.NBestTagger;

/** The first step of the ablation: a bidirectional LSTM over words. */
@Tagger
@Embedding(dim = 100, dropout = 0.5f)
@Lstm(hidden = 100, bidirectional = true, dropout = 0.5f)
@Linear
public interface WordTagger extends NBestTagger {}
