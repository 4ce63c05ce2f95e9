/** A report with ratios, as Markdown and as charts. */
@NullMarked
package dev.lanewise.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
