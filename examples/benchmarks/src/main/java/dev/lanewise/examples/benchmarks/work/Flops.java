package dev.lanewise.examples.benchmarks.work;

/** Floating-point operations of one word in the forward pass, a multiply-add counting two. */
public final class Flops {

    /** Forward, and the gradients of inputs and of weights, are products of one size each. */
    public static final int TRAINING = 3;

    private Flops() {}

    /** One direction of an LSTM layer. */
    public static double lstm(int inputs, int hidden) {
        return 2.0 * 4 * hidden * (inputs + hidden);
    }

    /** An affine layer. */
    public static double linear(int inputs, int outputs) {
        return 2.0 * inputs * outputs;
    }
}
