/** A tagger for real corpora, parts of speech and entities, with a command line. */
@NullMarked
package dev.lanewise.examples.tagging;

import org.jspecify.annotations.NullMarked;
