package dev.lanewise.examples.tutorial;

/** Prints the tables of the tutorial's page. */
public final class Tutorial {
    private Tutorial() {}

    /**
     * Runs the tutorial.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println("Lanewise tutorial");
    }
}
