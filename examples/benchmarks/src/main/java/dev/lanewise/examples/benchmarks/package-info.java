/** How fast generated models train and tag: a quick probe, JMH benchmarks, and a report with ratios. */
@NullMarked
package dev.lanewise.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
