/** The annotated interfaces; their classes are written by Lanewise. */
@NullMarked
package dev.lanewise.examples.tagging.model;

import org.jspecify.annotations.NullMarked;
