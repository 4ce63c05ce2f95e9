package dev.lanewise.runtime.model;

import java.util.List;

/**
 * What neighbouring tags count beside each other: a tagging's score is that of its words' tags and of this. Negative infinity
 * stands for what is impossible.
 */
public final class Chain {

    private final int tags;
    private final double[] start;
    private final double[] transitions;
    private final double[] end;
    // Not told by the scores: those of a training that went wrong are negative infinity, or none, as well.
    private final boolean[] neverStart;
    private final boolean[] neverFollow;
    private final boolean[] neverEnd;

    /** A chain in which nothing counts yet. */
    public Chain(int tags) {
        this.tags = tags;
        this.start = new double[tags];
        this.transitions = new double[Math.multiplyExact(tags, tags)];
        this.end = new double[tags];
        this.neverStart = new boolean[start.length];
        this.neverFollow = new boolean[transitions.length];
        this.neverEnd = new boolean[end.length];
    }

    /** Number of tags. */
    public int tags() {
        return tags;
    }

    /** What the first word's tag counts, live. */
    public double[] start() {
        return start;
    }

    /** What a tag counts after another, {@code [before][tag]}, live. */
    public double[] transitions() {
        return transitions;
    }

    /** What the last word's tag counts, live. */
    public double[] end() {
        return end;
    }

    /** Makes impossible what a scheme does not allow. */
    public void constrain(TagScheme scheme, List<String> names) {
        for (int tag = 0; tag < tags; tag++) {
            String name = names.get(tag);
            forbid(!scheme.mayStart(name), tag, start, neverStart);
            forbid(!scheme.mayEnd(name), tag, end, neverEnd);
            for (int before = 0; before < tags; before++) {
                boolean never = !scheme.mayFollow(names.get(before), name);
                forbid(never, before * tags + tag, transitions, neverFollow);
            }
        }
    }

    private static void forbid(boolean never, int at, double[] scores, boolean[] forbidden) {
        forbidden[at] = never;
        if (never) {
            scores[at] = Double.NEGATIVE_INFINITY;
        }
    }

    /** Whether a sentence may begin with a tag. */
    public boolean mayStart(int tag) {
        return !neverStart[tag];
    }

    /** What a tag counts after another. */
    double transition(int before, int tag) {
        return transitions[before * tags + tag];
    }

    /** Whether a tag may follow another one. */
    public boolean mayFollow(int before, int tag) {
        return !neverFollow[before * tags + tag];
    }

    /** Whether a sentence may end with a tag. */
    public boolean mayEnd(int tag) {
        return !neverEnd[tag];
    }

    /** The largest of some scores; 0 if there is none above negative infinity. */
    static double largest(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        return largest == Double.NEGATIVE_INFINITY ? 0 : largest;
    }
}
