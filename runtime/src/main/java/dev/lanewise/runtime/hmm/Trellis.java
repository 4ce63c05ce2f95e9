package dev.lanewise.runtime.hmm;

/**
 * The dynamic programmes of a hidden Markov model over the paths through a {@link Lattice}, as the generated class has them. A path's
 * weight is the product of its transitions and emissions. A trellis belongs to one thread, and keeps its buffers.
 */
public interface Trellis {

    /**
     * Finds the heaviest path (A. Viterbi, 1967); of equally heavy ones that of the lower tag, from the last word backwards.
     *
     * @param lattice a sentence
     * @param path takes for each slot the index of its candidate
     * @return the logarithm of the path's weight
     */
    double best(Lattice lattice, int[] path);

    /**
     * Sums over all paths, forwards and backwards (L. Baum and others, 1970).
     *
     * @param lattice a sentence
     * @param posteriors takes for each candidate the part of the weight of all paths that goes through it
     * @return the logarithm of the weight of all paths
     */
    double posteriors(Lattice lattice, double[] posteriors);
}
