/** The same work by other libraries. */
@NullMarked
package dev.lanewise.examples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
