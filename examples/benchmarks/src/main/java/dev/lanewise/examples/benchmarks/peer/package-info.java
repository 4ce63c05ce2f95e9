/** Other libraries that do the same work: what they have to offer. */
@NullMarked
package dev.lanewise.examples.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
