/** Tagged sentences from files. */
@NullMarked
package dev.lanewise.examples.tagging.corpus;

import org.jspecify.annotations.NullMarked;
