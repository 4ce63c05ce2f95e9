package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.LookupKind;

/**
 * A table that something of every word is looked up in, with a vocabulary of its own.
 *
 * @param name the table's state-dict name without {@code .weight}
 * @param column the number of the tokens' component that is looked up; 0 where the model reads words
 * @param kind what of a word is looked up
 * @param length the characters of an affix, otherwise 0
 * @param minCount how often an entry must occur in the training data
 * @param unknown whether there is an entry for unknown ones
 */
public record LookupPlan(String name, int column, LookupKind kind, int length, int minCount, boolean unknown) {}
