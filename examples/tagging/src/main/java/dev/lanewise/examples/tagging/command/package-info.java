/** The commands and their options. */
@NullMarked
package dev.lanewise.examples.tagging.command;

import org.jspecify.annotations.NullMarked;
