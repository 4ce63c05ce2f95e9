package dev.lanewise.examples.tagging;

/** The command line of the tagger. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.out.println("Lanewise tagging");
    }
}
