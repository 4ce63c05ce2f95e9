/** Sequences, labelled examples, vocabularies and the readers of text corpora. */
@NullMarked
package dev.lanewise.runtime.data;

import org.jspecify.annotations.NullMarked;
