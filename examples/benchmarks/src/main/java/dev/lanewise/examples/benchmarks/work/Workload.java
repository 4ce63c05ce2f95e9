package dev.lanewise.examples.benchmarks.work;

import java.util.function.Supplier;

/**
 * A piece of work of a known size.
 *
 * @param name what it is chosen by, for example {@code w2.train.b32}
 * @param unit what its speed is told in
 * @param words the words, or time steps, that go through the model in one call
 * @param flops the floating-point operations of one call, a multiply-add counting two: the model's products, none of the
 *     activations; training counts three times the forward pass
 * @param preparation makes the model, draws the data and gives the code of one call
 */
public record Workload(String name, Unit unit, double words, double flops, Supplier<Supplier<Object>> preparation) {

    /** The same work, done by somebody else. */
    public Workload with(Supplier<Supplier<Object>> other) {
        return new Workload(name, unit, words, flops, other);
    }

    /**
     * Makes the model and draws the data.
     *
     * @return does the work once; what it gives depends on all that was computed
     */
    public Supplier<Object> prepare() {
        return preparation.get();
    }
}
