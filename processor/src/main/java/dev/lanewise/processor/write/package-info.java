/** Last stage: a plan becomes one Java file. */
@NullMarked
package dev.lanewise.processor.write;

import org.jspecify.annotations.NullMarked;
