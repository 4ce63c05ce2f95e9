package dev.lanewise.runtime.lane;

import java.util.function.Supplier;

/**
 * The choice between the vector and the scalar twin of a generated model, made once when the model's class is initialised; see
 * {@link Twins} for the moment when the vector twin begins.
 *
 * <p>The vector twin is taken where the module {@code jdk.incubator.vector} is present, the CPU has a fused multiply-add and
 * the optimising compiler is on (before JDK 25: C2, not Graal). Otherwise the scalar twin runs, with one warning that names the
 * remedy. Both twins give the same bits, so the choice is about speed alone. The system property {@value #PROPERTY} ({@code auto},
 * {@code vector} or {@code scalar}) overrides it.
 */
public final class Lanes {

    /** The system property that forces a twin: {@code auto} (the default), {@code vector} or {@code scalar}. */
    public static final String PROPERTY = "lanewise.lanes";

    /** The flag that makes the Vector API visible, as users pass it to {@code java} and {@code javac}. */
    public static final String FLAG = "--add-modules jdk.incubator.vector";

    private static final boolean FUSED = detectFusedMultiplyAdd();

    private Lanes() {}

    /**
     * The kernels of a model class that is being initialised.
     *
     * @param scalar those of the scalar twin
     * @param vector makes those of the vector twin, if it is taken
     * @param lanes how many numbers its vectors hold at most, 8 or 16
     * @param multiplyAdds what a word costs
     * @throws IllegalStateException if the property {@value #PROPERTY} asks for {@code vector} where the module is missing, or
     *     holds an unknown value
     */
    public static <K> Twins<K> twins(K scalar, Supplier<K> vector, int lanes, long multiplyAdds) {
        if (!vector()) {
            return Twins.of(scalar);
        }
        return vectorAtOnce() ? Twins.of(vector.get()) : Twins.of(scalar, vector, lanes, multiplyAdds);
    }

    /** Whether every model is to have its vector twin from the start, whatever that costs. */
    static boolean vectorAtOnce() {
        return "vector".equals(System.getProperty(PROPERTY));
    }

    private static boolean vector() {
        String wanted = System.getProperty(PROPERTY, "auto");
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return switch (wanted) {
            case "scalar" -> false;
            case "vector" -> {
                if (!module) {
                    throw new IllegalStateException(
                            "-D" + PROPERTY + "=vector needs the module jdk.incubator.vector: start java with " + FLAG);
                }
                yield true;
            }
            case "auto" -> module ? FUSED && vectorsCompile(Jit.here()) : missingModule();
            default ->
                throw new IllegalStateException("-D" + PROPERTY + "=" + wanted
                        + " is none of auto, vector, scalar: remove it or choose one of them");
        };
    }

    /**
     * The kernels of a model class without a vector twin; says once in a JVM that there is one.
     *
     * @param kernels the scalar kernels
     */
    public static <K> Twins<K> scalarOnly(K kernels) {
        if (!"scalar".equals(System.getProperty(PROPERTY))) {
            Warnings.once(
                    "A model was compiled without the Vector API and runs its scalar twin: same results, several times slower."
                            + " Compile and run with " + FLAG + ".");
        }
        return Twins.of(kernels);
    }

    /**
     * {@code a * b + c} with a single rounding, as the CPU's fused multiply-add computes it. On a CPU without that instruction
     * it is a multiplication and an addition: the only case in which Lanewise's bits differ from those of other machines.
     */
    public static float fma(float a, float b, float c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean missingModule() {
        Warnings.once(
                "The module jdk.incubator.vector is not loaded, so models run their scalar twin: same results, several times"
                        + " slower. Start java with " + FLAG + ".");
        return false;
    }

    private static boolean vectorsCompile(Jit jit) {
        if (jit.isOldGraal()) {
            Warnings.once(
                    "GraalVM's compiler does not keep vectors in registers before JDK 25, so models run their scalar twin: same"
                            + " results, several times slower. Run on JDK 25 or newer, or on one whose compiler is C2.");
            return false;
        }
        return jit.isOptimising();
    }

    /** Without the instruction Math.fma goes through BigDecimal: tens of microseconds cold, against nanoseconds. */
    private static boolean detectFusedMultiplyAdd() {
        long best = Long.MAX_VALUE;
        float sum = 1f;
        for (int attempt = 0; attempt < 5; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < 64; i++) {
                sum = Math.fma(sum, 0.5f, 1.0001f);
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        boolean fused = best < 100_000 && sum > 0;
        if (!fused) {
            Warnings.once(
                    "This CPU or JVM has no fused multiply-add: results differ in their last bits from those of other machines.");
        }
        return fused;
    }
}
