/** Stretches of words with a type, such as entities, and the tag schemes that write them down word by word. */
@NullMarked
package dev.lanewise.runtime.spans;

import org.jspecify.annotations.NullMarked;
