/** A long run in a small heap. */
@NullMarked
package dev.lanewise.examples.soak;

import org.jspecify.annotations.NullMarked;
