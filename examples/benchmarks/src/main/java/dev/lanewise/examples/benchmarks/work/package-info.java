/** The workloads: named pieces of work of a known size. */
@NullMarked
package dev.lanewise.examples.benchmarks.work;

import org.jspecify.annotations.NullMarked;
