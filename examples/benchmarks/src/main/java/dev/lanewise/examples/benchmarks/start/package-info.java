/** Small programs that run once, each in a JVM of its own, to see how soon they have ended. */
@NullMarked
package dev.lanewise.examples.benchmarks.start;

import org.jspecify.annotations.NullMarked;
