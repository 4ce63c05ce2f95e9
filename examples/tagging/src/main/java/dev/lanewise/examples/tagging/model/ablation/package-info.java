/**
 * A plain tagger built up step by step, with the sizes of NCRF++ (Yang and Zhang, 2018): what characters, a conditional random field
 * and pretrained vectors add, and what they cost.
 */
@NullMarked
package dev.lanewise.examples.tagging.model.ablation;

import org.jspecify.annotations.NullMarked;
