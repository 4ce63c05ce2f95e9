/** The streams of the process, and errors of the user's. */
@NullMarked
package dev.lanewise.examples.tagging.terminal;

import org.jspecify.annotations.NullMarked;
