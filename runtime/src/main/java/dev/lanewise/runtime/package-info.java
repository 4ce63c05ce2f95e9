/** What users of a generated model see: its results and its state. */
@NullMarked
package dev.lanewise.runtime;

import org.jspecify.annotations.NullMarked;
