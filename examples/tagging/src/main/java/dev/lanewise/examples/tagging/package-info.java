/** A part-of-speech tagger for real corpora, with a command line. */
@NullMarked
package dev.lanewise.examples.tagging;

import org.jspecify.annotations.NullMarked;
