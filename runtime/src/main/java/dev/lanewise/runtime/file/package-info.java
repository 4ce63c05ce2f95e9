/** Model files: safetensors, read as if hostile and written all at once or not at all. */
@NullMarked
package dev.lanewise.runtime.file;

import org.jspecify.annotations.NullMarked;
