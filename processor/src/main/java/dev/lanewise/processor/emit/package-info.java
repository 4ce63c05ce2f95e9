/** The language of kernels: what is written once and comes out as a vector and a scalar twin. */
@NullMarked
package dev.lanewise.processor.emit;

import org.jspecify.annotations.NullMarked;
