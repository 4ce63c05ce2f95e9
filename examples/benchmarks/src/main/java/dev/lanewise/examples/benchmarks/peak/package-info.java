/** What the machine can do at most, measured through the Vector API. */
@NullMarked
package dev.lanewise.examples.benchmarks.peak;

import org.jspecify.annotations.NullMarked;
