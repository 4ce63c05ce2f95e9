/** Strict JSON for headers and vocabularies of model files; not exported. */
@NullMarked
package dev.lanewise.runtime.file.json;

import org.jspecify.annotations.NullMarked;
