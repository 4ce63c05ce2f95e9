/** What a user writes on an interface to have a sequence model generated for it. */
@NullMarked
package dev.lanewise.annotation;

import org.jspecify.annotations.NullMarked;
