/** Third stage: a checked declaration gets all its sizes, names and parameters. */
@NullMarked
package dev.lanewise.processor.plan;

import org.jspecify.annotations.NullMarked;
