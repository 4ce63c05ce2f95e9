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
 * @param body does it once; what it returns depends on all that was computed
 */
public record Workload(String name, Unit unit, double words, double flops, Supplier<Object> body) {

    /** The same work, done by somebody else. */
    public Workload with(Supplier<Object> other) {
        return new Workload(name, unit, words, flops, other);
    }

    /** Does it once. */
    public Object run() {
        return body.get();
    }
}
