/** Training: optimizers, initial weights, sessions and the trainer. */
@NullMarked
package dev.lanewise.runtime.train;

import org.jspecify.annotations.NullMarked;
