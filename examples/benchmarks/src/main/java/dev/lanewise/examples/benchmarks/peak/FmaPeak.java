package dev.lanewise.examples.benchmarks.peak;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rate of fused multiply-adds that one core reaches with the widest vectors: registers only, in twelve independent
 * chains, which hide the latency of four to five cycles on two ports and still fit into sixteen registers.
 */
public final class FmaPeak {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;

    private FmaPeak() {}

    /**
     * Floating-point operations of one call; a multiply-add counts two.
     *
     * @param rounds as given to {@link #run}
     */
    public static double flops(int rounds) {
        return 2.0 * CHAINS * S.length() * rounds;
    }

    /** Numbers in a vector of the widest species. */
    public static int lanes() {
        return S.length();
    }

    /**
     * Runs the chains; all of them tend to 1, so no number ever becomes slow to compute with.
     *
     * @param rounds multiply-adds of each chain, an even number
     * @return a number that depends on all of them
     */
    public static float run(int rounds) {
        FloatVector m = FloatVector.broadcast(S, 0.75f);
        FloatVector c = FloatVector.broadcast(S, 0.25f);
        FloatVector a = m;
        FloatVector b = c;
        FloatVector d = m.add(c);
        FloatVector e = d.add(c);
        FloatVector f = e.add(c);
        FloatVector g = f.add(c);
        FloatVector h = g.add(c);
        FloatVector i = h.add(c);
        FloatVector j = i.add(c);
        FloatVector k = j.add(c);
        FloatVector l = k.add(c);
        FloatVector n = l.add(c);
        // Two multiply-adds a turn: with one, some JVMs reached two thirds or a third of the rate of the others.
        for (int round = 0; round < rounds; round += 2) {
            a = a.fma(m, c).fma(m, c);
            b = b.fma(m, c).fma(m, c);
            d = d.fma(m, c).fma(m, c);
            e = e.fma(m, c).fma(m, c);
            f = f.fma(m, c).fma(m, c);
            g = g.fma(m, c).fma(m, c);
            h = h.fma(m, c).fma(m, c);
            i = i.fma(m, c).fma(m, c);
            j = j.fma(m, c).fma(m, c);
            k = k.fma(m, c).fma(m, c);
            l = l.fma(m, c).fma(m, c);
            n = n.fma(m, c).fma(m, c);
        }
        FloatVector first = a.add(b).add(d).add(e).add(f).add(g);
        return first.add(h).add(i).add(j).add(k).add(l).add(n).lane(0);
    }
}
