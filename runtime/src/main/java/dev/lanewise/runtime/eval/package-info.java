/** How good predictions are. */
@NullMarked
package dev.lanewise.runtime.eval;

import org.jspecify.annotations.NullMarked;
