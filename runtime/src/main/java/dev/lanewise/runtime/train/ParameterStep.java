package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Gradient;
import dev.lanewise.runtime.model.Rows;
import java.util.Arrays;

/** How an optimizer's step goes over one parameter. */
abstract class ParameterStep {

    final Gradient gradient;
    final float[] values;
    final float[][] beside;

    private ParameterStep(Gradient gradient, float[][] beside) {
        this.gradient = gradient;
        this.values = gradient.parameter().values();
        this.beside = beside;
    }

    /**
     * The steps of a parameter.
     *
     * @param gradient its gradient
     * @param beside what the optimizer remembers of each number
     * @param dense whether every row of a lookup table takes part in every step
     */
    static ParameterStep of(Gradient gradient, float[][] beside, boolean dense) {
        if (!gradient.sparse()) {
            return new OfAll(gradient, beside);
        }
        return dense ? new OfTable(gradient, beside) : new OfRows(gradient, beside);
    }

    /** Begins a step, when the gradient is there. */
    abstract void begin();

    /** How much there is to move. */
    abstract int extent();

    /** Moves a range of the extent. */
    abstract void move(Optimizer.State state, int from, int to);

    /** A gradient that has all numbers. */
    private static final class OfAll extends ParameterStep {

        private OfAll(Gradient gradient, float[][] beside) {
            super(gradient, beside);
        }

        @Override
        void begin() {}

        @Override
        int extent() {
            return gradient.size();
        }

        @Override
        void move(Optimizer.State state, int from, int to) {
            state.update(values, gradient.values(), beside, from, to);
        }
    }

    /** All rows of a lookup table. */
    private static final class OfTable extends ParameterStep {

        private final float[] whole;
        private int[] rows = new int[0];
        private int count;

        private OfTable(Gradient gradient, float[][] beside) {
            super(gradient, beside);
            whole = new float[gradient.size()];
        }

        @Override
        void begin() {
            int stride = gradient.parameter().stride();
            for (int i = 0; i < count; i++) {
                Arrays.fill(whole, rows[i] * stride, (rows[i] + 1) * stride, 0f);
            }
            gradient.copyRows(whole);
            count = gradient.touchedCount();
            if (rows.length < count) {
                rows = new int[Math.max(count, 2 * rows.length)];
            }
            for (int i = 0; i < count; i++) {
                rows[i] = gradient.touched(i);
            }
        }

        @Override
        int extent() {
            return gradient.size();
        }

        @Override
        void move(Optimizer.State state, int from, int to) {
            state.update(values, whole, beside, from, to);
        }
    }

    /** The rows of a lookup table that occurred, which are copied to where their gradients lie, moved there, and copied back. */
    private static final class OfRows extends ParameterStep {

        private float[] ofValues = new float[0];
        private final float[][] ofBeside;

        private OfRows(Gradient gradient, float[][] beside) {
            super(gradient, beside);
            ofBeside = new float[beside.length][0];
        }

        @Override
        void begin() {
            ofValues = Rows.grown(ofValues, gradient.count());
            for (int kind = 0; kind < beside.length; kind++) {
                ofBeside[kind] = Rows.grown(ofBeside[kind], gradient.count());
            }
        }

        @Override
        int extent() {
            return gradient.touchedCount();
        }

        @Override
        void move(Optimizer.State state, int from, int to) {
            int stride = gradient.parameter().stride();
            for (int i = from; i < to; i++) {
                int at = gradient.touched(i) * stride;
                System.arraycopy(values, at, ofValues, i * stride, stride);
                for (int kind = 0; kind < beside.length; kind++) {
                    System.arraycopy(beside[kind], at, ofBeside[kind], i * stride, stride);
                }
            }
            state.update(ofValues, gradient.values(), ofBeside, from * stride, to * stride);
            for (int i = from; i < to; i++) {
                int at = gradient.touched(i) * stride;
                System.arraycopy(ofValues, i * stride, values, at, stride);
                for (int kind = 0; kind < beside.length; kind++) {
                    System.arraycopy(ofBeside[kind], i * stride, beside[kind], at, stride);
                }
            }
        }
    }
}
