/** The models that are measured: ordinary annotated interfaces. */
@NullMarked
package dev.lanewise.examples.benchmarks.model;

import org.jspecify.annotations.NullMarked;
