/**
 * Random numbers: PyTorch's own generator, for weights that start as PyTorch's do, and a stateless one for
 * everything that must not depend on the order in which threads ask.
 */
@NullMarked
package dev.lanewise.runtime.random;

import org.jspecify.annotations.NullMarked;
