/**
 * Hidden Markov models: counting, smoothing, the lexicon and the words that are not in it. The dynamic programmes over a
 * sentence are the generated classes' own, see {@link dev.lanewise.runtime.hmm.Trellis}.
 */
@NullMarked
package dev.lanewise.runtime.hmm;

import org.jspecify.annotations.NullMarked;
