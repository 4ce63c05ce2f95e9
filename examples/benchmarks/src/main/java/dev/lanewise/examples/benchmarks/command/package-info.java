/** The commands of the command line. */
@NullMarked
package dev.lanewise.examples.benchmarks.command;

import org.jspecify.annotations.NullMarked;
