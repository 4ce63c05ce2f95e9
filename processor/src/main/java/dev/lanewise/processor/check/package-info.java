/** Second stage: judges a declaration. All messages to users and all their rules stand here. */
@NullMarked
package dev.lanewise.processor.check;

import org.jspecify.annotations.NullMarked;
