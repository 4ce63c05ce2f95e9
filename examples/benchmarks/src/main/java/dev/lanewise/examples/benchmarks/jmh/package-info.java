/** JMH benchmarks. */
@NullMarked
package dev.lanewise.examples.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
