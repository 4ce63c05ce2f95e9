/** One writer for each kind of layer, forward and backward side by side. */
@NullMarked
package dev.lanewise.processor.layer;

import org.jspecify.annotations.NullMarked;
