package dev.lanewise.runtime.lane;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposes blocks of as many rows and columns as a vector has lanes. In steps of 1, 2, 4 and 8 two vectors exchange the lanes whose
 * number has that bit in the first, and lacks it in the second one; two steps at a time, in the place where the block goes. Each pass
 * is written out, since the JIT takes shuffles for constants where they are no parameters.
 */
final class VectorTransposer extends Transposer {

    /** A block has four rows at least, which the first pass takes together. */
    static final int FEWEST_LANES = 4;

    private static final VectorSpecies<Float> S = Species.taken();
    private static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, S.vectorShape());
    private static final int L = S.length();

    private static final VectorShuffle<Integer> UP_1 = up(1);
    private static final VectorShuffle<Integer> UP_2 = up(2);
    private static final VectorShuffle<Integer> UP_4 = up(4);
    private static final VectorShuffle<Integer> UP_8 = up(8);
    private static final VectorShuffle<Integer> DOWN_1 = up(-1);
    private static final VectorShuffle<Integer> DOWN_2 = up(-2);
    private static final VectorShuffle<Integer> DOWN_4 = up(-4);
    private static final int[] HAVE_1 = have(1);
    private static final int[] HAVE_2 = have(2);
    private static final int[] HAVE_4 = have(4);
    private static final int[] HAVE_8 = have(8);

    private static VectorShuffle<Integer> up(int lanes) {
        return VectorShuffle.fromOp(I, i -> (i - lanes) & (L - 1));
    }

    private static int[] have(int bit) {
        int[] lanes = new int[L];
        for (int i = 0; i < L; i++) {
            lanes[i] = (i & bit) == 0 ? 0 : -1;
        }
        return lanes;
    }

    @Override
    public void transpose(float[] from, int at, int stride, int rows, int columns, float[] to, int first, int width) {
        int count = columns / L;
        int rowsOfBlocks = rows / L * L;
        for (int row = 0; row < rowsOfBlocks; row += L) {
            steps1And2(from, at + row * stride, stride, count, to, first + row, width);
            if (L == 16) {
                steps4And8(to, first + row, width, count);
            } else if (L == 8) {
                step4(to, first + row, width, count);
            }
        }
        int column = count * L;
        super.transpose(from, at + column, stride, rowsOfBlocks, columns - column, to, first + column * width, width);
        int row = rowsOfBlocks;
        super.transpose(from, at + row * stride, stride, rows - row, columns, to, first + row, width);
    }

    // Passes of more than 325 bytes of bytecode are not inlined, and keep their vectors in registers.
    private static void steps1And2(float[] from, int at, int stride, int count, float[] to, int first, int width) {
        VectorMask<Integer> have1 = IntVector.fromArray(I, HAVE_1, 0).compare(VectorOperators.LT, 0);
        VectorMask<Integer> have2 = IntVector.fromArray(I, HAVE_2, 0).compare(VectorOperators.LT, 0);
        for (int row = 0; row < L; row += 4) {
            int f = at + row * stride;
            int t = first + row * width;
            for (int i = 0; i < count; i++) {
                IntVector a = FloatVector.fromArray(S, from, f).reinterpretAsInts();
                IntVector b = FloatVector.fromArray(S, from, f + stride).reinterpretAsInts();
                IntVector c = FloatVector.fromArray(S, from, f + 2 * stride).reinterpretAsInts();
                IntVector d = FloatVector.fromArray(S, from, f + 3 * stride).reinterpretAsInts();
                IntVector p = a.blend(b.rearrange(UP_1), have1);
                IntVector q = a.rearrange(DOWN_1).blend(b, have1);
                IntVector r = c.blend(d.rearrange(UP_1), have1);
                IntVector s = c.rearrange(DOWN_1).blend(d, have1);
                IntVector a2 = p.blend(r.rearrange(UP_2), have2);
                IntVector b2 = q.blend(s.rearrange(UP_2), have2);
                IntVector c2 = p.rearrange(DOWN_2).blend(r, have2);
                IntVector d2 = q.rearrange(DOWN_2).blend(s, have2);
                a2.reinterpretAsFloats().intoArray(to, t);
                b2.reinterpretAsFloats().intoArray(to, t + width);
                c2.reinterpretAsFloats().intoArray(to, t + 2 * width);
                d2.reinterpretAsFloats().intoArray(to, t + 3 * width);
                f += L;
                t += L * width;
            }
        }
    }

    private static void steps4And8(float[] to, int first, int width, int count) {
        VectorMask<Integer> have4 = IntVector.fromArray(I, HAVE_4, 0).compare(VectorOperators.LT, 0);
        VectorMask<Integer> have8 = IntVector.fromArray(I, HAVE_8, 0).compare(VectorOperators.LT, 0);
        for (int row = 0; row < 4; row++) {
            int t = first + row * width;
            for (int i = 0; i < count; i++) {
                IntVector a = FloatVector.fromArray(S, to, t).reinterpretAsInts();
                IntVector b = FloatVector.fromArray(S, to, t + 4 * width).reinterpretAsInts();
                IntVector c = FloatVector.fromArray(S, to, t + 8 * width).reinterpretAsInts();
                IntVector d = FloatVector.fromArray(S, to, t + 12 * width).reinterpretAsInts();
                IntVector p = a.blend(b.rearrange(UP_4), have4);
                IntVector q = a.rearrange(DOWN_4).blend(b, have4);
                IntVector r = c.blend(d.rearrange(UP_4), have4);
                IntVector s = c.rearrange(DOWN_4).blend(d, have4);
                // Of sixteen lanes, eight up are eight down.
                IntVector a2 = p.blend(r.rearrange(UP_8), have8);
                IntVector b2 = q.blend(s.rearrange(UP_8), have8);
                IntVector c2 = p.rearrange(UP_8).blend(r, have8);
                IntVector d2 = q.rearrange(UP_8).blend(s, have8);
                a2.reinterpretAsFloats().intoArray(to, t);
                b2.reinterpretAsFloats().intoArray(to, t + 4 * width);
                c2.reinterpretAsFloats().intoArray(to, t + 8 * width);
                d2.reinterpretAsFloats().intoArray(to, t + 12 * width);
                t += L * width;
            }
        }
    }

    private static void step4(float[] to, int first, int width, int count) {
        VectorMask<Integer> have4 = IntVector.fromArray(I, HAVE_4, 0).compare(VectorOperators.LT, 0);
        for (int row = 0; row < 4; row++) {
            int t = first + row * width;
            for (int i = 0; i < count; i++) {
                IntVector a = FloatVector.fromArray(S, to, t).reinterpretAsInts();
                IntVector b = FloatVector.fromArray(S, to, t + 4 * width).reinterpretAsInts();
                IntVector a2 = a.blend(b.rearrange(UP_4), have4);
                IntVector b2 = a.rearrange(DOWN_4).blend(b, have4);
                a2.reinterpretAsFloats().intoArray(to, t);
                b2.reinterpretAsFloats().intoArray(to, t + 4 * width);
                t += L * width;
            }
        }
    }
}
