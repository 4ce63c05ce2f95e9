/** The PyTorch tutorial on sequence models and LSTMs, in Java. */
@NullMarked
package dev.lanewise.examples.tutorial;

import org.jspecify.annotations.NullMarked;
