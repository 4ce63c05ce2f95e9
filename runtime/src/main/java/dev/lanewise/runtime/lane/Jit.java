package dev.lanewise.runtime.lane;

/**
 * What is known of a JVM's just-in-time compiler and the Vector API.
 *
 * @param name the system property {@code java.vm.name}
 * @param info the system property {@code java.vm.info}
 * @param version the system property {@code java.vm.version}
 * @param release the feature release, for example 17
 */
record Jit(String name, String info, String version, int release) {

    /** The first release that is known to compile vectors of several widths, with C2 as with Graal. */
    private static final int SEVERAL_WIDTHS = 25;

    /** That of this JVM. */
    static Jit here() {
        return new Jit(
                System.getProperty("java.vm.name", ""),
                System.getProperty("java.vm.info", ""),
                System.getProperty("java.vm.version", ""),
                Runtime.version().feature());
    }

    /** Whether it has an optimising compiler: vectors are boxed, and hundreds of times slower, in every tier below. */
    boolean isOptimising() {
        return name.contains("Server") && !info.contains("interpreted") && !info.contains("emulated-client");
    }

    /** Whether that is a Graal that boxes vectors too: its support began with JDK 21 and was not whole before 24. */
    boolean isOldGraal() {
        return version.contains("jvmci") && release < SEVERAL_WIDTHS;
    }

    /** Whether vectors of two widths stay in registers: in JDK 17 both are boxed once a JVM has met the second. */
    boolean takesSeveralWidths() {
        return release >= SEVERAL_WIDTHS;
    }
}
