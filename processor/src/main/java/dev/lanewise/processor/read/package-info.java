/** First stage: annotation mirrors become a {@link dev.lanewise.processor.read.Declaration}. Nothing is judged here. */
@NullMarked
package dev.lanewise.processor.read;

import org.jspecify.annotations.NullMarked;
