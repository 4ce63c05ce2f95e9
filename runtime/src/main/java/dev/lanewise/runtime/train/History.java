package dev.lanewise.runtime.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The development metric of each finished epoch, and which was the best. */
final class History {

    private final List<Double> metrics = new ArrayList<>();
    private final List<Double> view = Collections.unmodifiableList(metrics);
    private int best;

    /** Adds an epoch; returns whether it is the best so far. Of equal ones the first is the best. */
    boolean add(double metric) {
        metrics.add(metric);
        int last = metrics.size() - 1;
        if (last == 0 || metric > metrics.get(best)) {
            best = last;
            return true;
        }
        return false;
    }

    /** Takes over the metrics of another history. */
    void replace(List<Double> others) {
        List<Double> copy = List.copyOf(others);
        metrics.clear();
        copy.forEach(this::add);
    }

    /** How many epochs there were since the best one. */
    int sinceBest() {
        return metrics.isEmpty() ? 0 : metrics.size() - 1 - best;
    }

    /** The best epoch, from 0; 0 if there is none. */
    int best() {
        return best;
    }

    /** The metrics so far, as a view. */
    List<Double> metrics() {
        return view;
    }
}
