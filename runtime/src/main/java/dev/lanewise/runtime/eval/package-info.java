/** How well a model's tags agree with the right ones. */
@NullMarked
package dev.lanewise.runtime.eval;

import org.jspecify.annotations.NullMarked;
