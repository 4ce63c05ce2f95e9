/** A quick look at the workloads by the CPU time of one thread. */
@NullMarked
package dev.lanewise.examples.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
