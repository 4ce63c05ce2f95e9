/** The annotation processor: rounds and deferral; the stages are in the packages below. */
@NullMarked
package dev.lanewise.processor;

import org.jspecify.annotations.NullMarked;
