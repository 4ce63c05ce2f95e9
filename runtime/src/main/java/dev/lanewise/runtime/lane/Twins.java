package dev.lanewise.runtime.lane;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of a generated model: those of the twin that runs. While a model is young that is the scalar one, which the JIT has
 * compiled soon; once it has computed for some tenths of a second the vector twin takes over. Both give the same bits, so nobody
 * sees the change but the clock.
 *
 * @param <K> the interface of the kernels
 */
public final class Twins<K> {

    /**
     * Multiply-adds that the scalar twin does before the vector twin takes over: about 0.2 seconds of its time, which is as
     * much as it takes to compile the vector twin.
     */
    private static final long YOUTH = 500_000_000;

    /** What a word costs the scalar twin apart from its multiply-adds, in multiply-adds. */
    private static final long WORD = 1000;

    private final @Nullable Supplier<K> successor;
    private final int lanes;
    private final long wordCost;

    // Changed by any thread without a lock: the youth may end some passes late, and a thread may see that later than
    // another.
    private K kernels;
    private long left;

    private Twins(K kernels, @Nullable Supplier<K> successor, int lanes, long wordCost, long left) {
        this.kernels = kernels;
        this.successor = successor;
        this.lanes = lanes;
        this.wordCost = wordCost;
        this.left = left;
    }

    /** Kernels that stay. */
    static <K> Twins<K> of(K kernels) {
        return new Twins<>(kernels, null, 0, 0, 0);
    }

    /** The scalar kernels, and the vector ones that take over from them where the models before {@link Species#allows allow} it. */
    static <K> Twins<K> of(K scalar, Supplier<K> vector, int lanes, long multiplyAdds) {
        return new Twins<>(scalar, vector, lanes, multiplyAdds + WORD, YOUTH);
    }

    /** The kernels that run now. */
    public K kernels() {
        return kernels;
    }

    /** Is told that a pass computes so many words; changes over when the scalar twin has computed enough. */
    public void worked(int words) {
        if (left > 0) {
            left -= words * wordCost;
            if (left <= 0 && successor != null && Species.allows(lanes)) {
                kernels = successor.get();
            }
        }
    }
}
