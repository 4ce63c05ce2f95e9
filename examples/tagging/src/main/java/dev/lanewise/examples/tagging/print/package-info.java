/** Progress and results as text. */
@NullMarked
package dev.lanewise.examples.tagging.print;

import org.jspecify.annotations.NullMarked;
