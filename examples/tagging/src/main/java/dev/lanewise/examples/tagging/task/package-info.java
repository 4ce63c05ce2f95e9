/** What can be learned: with which interface, and how it is trained. */
@NullMarked
package dev.lanewise.examples.tagging.task;

import org.jspecify.annotations.NullMarked;
