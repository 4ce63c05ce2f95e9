package dev.lanewise.runtime.lane;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.function.Supplier;

/**
 * The kernels of a generated model: those of the twin that runs. While a model is young that is the scalar one, which the JIT has
 * compiled soon; once it has computed for some tenths of a second the vector twin takes over. Both give the same bits, so nobody
 * sees the change but the clock.
 *
 * <p>A record, and in it a call site, since those are what the JIT takes for constants: it compiles straight into the kernels of
 * the moment, and anew when they change.
 *
 * @param <K> the interface of the kernels
 * @param site gives the kernels that run
 * @param youth what is left of the scalar twin's time
 */
@SuppressWarnings("exports") // of its own parts, which nobody else needs to see
public record Twins<K>(MutableCallSite site, Youth<K> youth) {

    /**
     * Multiply-adds that the scalar twin does before the vector twin takes over: about 0.2 seconds of its time, which is as
     * much as it takes to compile the vector twin.
     */
    private static final long YOUTH = 500_000_000;

    /** What a word costs the scalar twin apart from its multiply-adds, in multiply-adds. */
    private static final long WORD = 1000;

    /** The scalar twin's share; changed by any thread without a lock, so that it may end some passes late. */
    static final class Youth<K> {
        private final Supplier<K> successor;
        private final long wordCost;
        private long left;

        private Youth(Supplier<K> successor, long wordCost, long left) {
            this.successor = successor;
            this.wordCost = wordCost;
            this.left = left;
        }
    }

    /** Kernels that stay. */
    static <K> Twins<K> of(K kernels) {
        return new Twins<>(site(kernels), new Youth<>(() -> kernels, 0, 0));
    }

    /** The scalar kernels, and the vector ones that take over from them. */
    static <K> Twins<K> of(K scalar, Supplier<K> vector, long multiplyAdds) {
        return new Twins<>(site(scalar), new Youth<>(vector, multiplyAdds + WORD, YOUTH));
    }

    private static MutableCallSite site(Object kernels) {
        return new MutableCallSite(MethodHandles.constant(Object.class, kernels));
    }

    /** The kernels that run now. */
    @SuppressWarnings("unchecked") // nothing else is put in
    public K kernels() {
        try {
            return (K) (Object) site.getTarget().invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("a constant cannot fail", e);
        }
    }

    /** Is told that a pass computes so many words; changes over when the scalar twin has computed enough. */
    public void worked(int words) {
        if (youth.left > 0) {
            youth.left -= words * youth.wordCost;
            if (youth.left <= 0) {
                site.setTarget(MethodHandles.constant(Object.class, youth.successor.get()));
            }
        }
    }
}
