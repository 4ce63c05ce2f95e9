package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the tags of one head.
 *
 * @param number the number of the head
 * @param tags its tags
 */
record HeadReading<T>(int number, TagSet<T> tags) implements Reading<T> {

    Head head(Worker worker) {
        return worker.pass().heads().get(number);
    }

    @Override
    public void infer(Pass pass) {
        pass.heads().get(number).infer();
    }

    @Override
    public List<T> best(Worker worker, int sequence) {
        int length = worker.batch().sequence(sequence).length();
        int[] path = worker.decoder().best(head(worker), sequence);
        List<T> best = new ArrayList<>(length);
        for (int t = 0; t < length; t++) {
            best.add(tags.tag(path[t]));
        }
        return Collections.unmodifiableList(best);
    }

    @Override
    public Tagging<T> tagging(Worker worker, int sequence) {
        int length = worker.batch().sequence(sequence).length();
        Head head = head(worker);
        int[] path = worker.decoder().best(head, sequence);
        return tagging(head, sequence, path, length, PathScore.of(head, sequence, path));
    }

    @Override
    public List<Tagging<T>> nBest(Worker worker, int sequence, int n) {
        int length = worker.batch().sequence(sequence).length();
        Head head = head(worker);
        List<Tagging<T>> results = new ArrayList<>();
        for (NBest.Path path : new NBest(head, sequence, n).paths()) {
            results.add(tagging(head, sequence, path.tags(), length, path.score()));
        }
        return Collections.unmodifiableList(results);
    }

    private Tagging<T> tagging(Head head, int sequence, int[] path, int length, double score) {
        List<T> best = new ArrayList<>(length);
        List<Float> confidences = new ArrayList<>(length);
        for (int t = 0; t < length; t++) {
            best.add(tags.tag(path[t]));
            confidences.add(head.probability(head.words().row(sequence, t), path[t]));
        }
        return new Tagging<>(best, confidences, score - head.logPartition(sequence));
    }

    @Override
    public HeadReading<T> ofOneHead() {
        return this;
    }

    @Override
    public <P> Reading<P> head(int other) {
        throw new IllegalStateException("the tags of one head have no parts");
    }
}
