package dev.lanewise.examples.tagging.model.ablation;

import dev.lanewise.annotation.CharLstm;
import dev.lanewise.annotation.Embedding;
import dev.lanewise.annotation.Linear;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.annotation.Tagger;
import dev.lanewise.examples.tagging.model.NBestTagger;

/** The second step: the {@link WordTagger}, with a bidirectional LSTM over the characters of each word. */
@Tagger
@Embedding(dim = 100, dropout = 0.5f)
@CharLstm(embedding = 30, hidden = 25, bidirectional = true, dropout = 0.5f)
@Lstm(hidden = 100, bidirectional = true, dropout = 0.5f)
@Linear
public interface CharTagger extends NBestTagger {}
