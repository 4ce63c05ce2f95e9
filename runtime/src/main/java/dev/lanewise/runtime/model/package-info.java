/** What generated code is wired to: parameters, packed batches, and the way from words to results. */
@NullMarked
package dev.lanewise.runtime.model;

import org.jspecify.annotations.NullMarked;
