/** The choice between the vector and the scalar twin, and the activations in both. */
@NullMarked
package dev.lanewise.runtime.lane;

import org.jspecify.annotations.NullMarked;
