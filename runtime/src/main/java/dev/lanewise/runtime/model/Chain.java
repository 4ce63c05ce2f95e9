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

    /** A chain in which nothing counts yet. */
    public Chain(int tags) {
        this.tags = tags;
        this.start = new double[tags];
        this.transitions = new double[Math.multiplyExact(tags, tags)];
        this.end = new double[tags];
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
            start[tag] = scheme.mayStart(name) ? start[tag] : Double.NEGATIVE_INFINITY;
            end[tag] = scheme.mayEnd(name) ? end[tag] : Double.NEGATIVE_INFINITY;
            for (int before = 0; before < tags; before++) {
                if (!scheme.mayFollow(names.get(before), name)) {
                    transitions[before * tags + tag] = Double.NEGATIVE_INFINITY;
                }
            }
        }
    }

    /** Whether a sentence may begin with a tag. */
    public boolean mayStart(int tag) {
        return start[tag] > Double.NEGATIVE_INFINITY;
    }

    /** What a tag counts after another. */
    double transition(int before, int tag) {
        return transitions[before * tags + tag];
    }

    /** Whether a tag may follow another one. */
    public boolean mayFollow(int before, int tag) {
        return transition(before, tag) > Double.NEGATIVE_INFINITY;
    }

    /** Whether a sentence may end with a tag. */
    public boolean mayEnd(int tag) {
        return end[tag] > Double.NEGATIVE_INFINITY;
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
