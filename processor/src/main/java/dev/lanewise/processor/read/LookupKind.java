package dev.lanewise.processor.read;

/** What of a word is looked up in a table; the names are those of the runtime's {@code LookupKind}. */
public enum LookupKind {
    /** The word as it is. */
    WORD("words"),
    /** Each of its characters. */
    CHARACTER("characters"),
    /** Its first characters. */
    PREFIX("prefixes"),
    /** Its last characters. */
    SUFFIX("suffixes"),
    /** Its pattern of case, digits and punctuation. */
    SHAPE("shapes");

    private final String entries;

    LookupKind(String entries) {
        this.entries = entries;
    }

    /** What the table's rows stand for. */
    public String entries() {
        return entries;
    }
}
