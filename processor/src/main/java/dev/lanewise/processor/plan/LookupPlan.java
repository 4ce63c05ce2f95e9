package dev.lanewise.processor.plan;

/**
 * A table that something of every word is looked up in, with a vocabulary of its own.
 *
 * @param name the table's state-dict name without {@code .weight}
 * @param kind what of a word is looked up
 * @param length a number that some kinds need, otherwise 0
 * @param minCount how often an entry must occur in the training data
 * @param unknown whether there is an entry for unknown ones
 */
public record LookupPlan(String name, Kind kind, int length, int minCount, boolean unknown) {

    /** What of a word is looked up; the names are those of the runtime's {@code LookupKind}. */
    public enum Kind {
        /** The word as it is. */
        WORD("words"),
        /** Each of its characters. */
        CHARACTER("characters");

        private final String entries;

        Kind(String entries) {
            this.entries = entries;
        }

        /** What the table's rows stand for. */
        public String entries() {
            return entries;
        }
    }
}
