/** Measuring by the CPU time of one thread. */
@NullMarked
package dev.lanewise.examples.benchmarks.cpu;

import org.jspecify.annotations.NullMarked;
