package dev.lanewise.examples.tagging.model;

import dev.lanewise.annotation.Hmm;
import dev.lanewise.annotation.Tagger;

/** A hidden Markov model of order 2, as TnT (Brants, 2000): the baseline that is trained by counting. */
@Tagger
@Hmm
public interface HmmTagger extends TextTagger {}
