package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the tags of all heads as records. The heads judge independently of each other, so a record's probability is the product of
 * theirs, and a tagging's score the sum.
 *
 * @param components what the heads give, in their order
 * @param heads the readings of the heads in their order
 * @param type makes a record of a tag of each
 */
record RecordReading<T>(List<String> components, List<HeadReading<?>> heads, RecordType<T> type) implements Reading<T> {

    @Override
    public void infer(Pass pass) {
        for (HeadReading<?> head : heads) {
            head.infer(pass);
        }
    }

    @Override
    public List<T> best(Worker worker, int sequence) {
        List<List<?>> parts = new ArrayList<>(heads.size());
        for (HeadReading<?> head : heads) {
            parts.add(head.best(worker, sequence));
        }
        return Collections.unmodifiableList(records(parts));
    }

    @Override
    public Tagging<T> tagging(Worker worker, int sequence) {
        List<Tagging<?>> parts = new ArrayList<>(heads.size());
        for (HeadReading<?> head : heads) {
            parts.add(head.tagging(worker, sequence));
        }
        return joined(parts);
    }

    @Override
    public List<Tagging<T>> nBest(Worker worker, int sequence, int n) {
        List<List<? extends Tagging<?>>> ofHeads = new ArrayList<>(heads.size());
        for (HeadReading<?> head : heads) {
            ofHeads.add(head.nBest(worker, sequence, n));
        }
        List<Tagging<T>> results = new ArrayList<>();
        for (int[] ranks : BestSums.of(scores(ofHeads), n)) {
            List<Tagging<?>> parts = new ArrayList<>(ranks.length);
            for (int head = 0; head < ranks.length; head++) {
                parts.add(ofHeads.get(head).get(ranks[head]));
            }
            results.add(joined(parts));
        }
        return Collections.unmodifiableList(results);
    }

    private static double[][] scores(List<List<? extends Tagging<?>>> ofHeads) {
        double[][] scores = new double[ofHeads.size()][];
        for (int head = 0; head < scores.length; head++) {
            List<? extends Tagging<?>> best = ofHeads.get(head);
            scores[head] = new double[best.size()];
            for (int rank = 0; rank < best.size(); rank++) {
                scores[head][rank] = best.get(rank).score();
            }
        }
        return scores;
    }

    private Tagging<T> joined(List<Tagging<?>> parts) {
        int length = parts.get(0).tags().size();
        List<List<?>> tags = new ArrayList<>(parts.size());
        List<Float> confidences = new ArrayList<>(Collections.nCopies(length, 1f));
        Map<String, Tagging<?>> named = new LinkedHashMap<>();
        double score = 0;
        for (Tagging<?> part : parts) {
            named.put(components.get(tags.size()), part);
            tags.add(part.tags());
            for (int t = 0; t < length; t++) {
                confidences.set(t, confidences.get(t) * part.confidences().get(t));
            }
            score += part.score();
        }
        return new Tagging<>(records(tags), confidences, score, named);
    }

    private List<T> records(List<List<?>> parts) {
        int length = parts.get(0).size();
        List<T> records = new ArrayList<>(length);
        Object[] tags = new Object[parts.size()];
        for (int t = 0; t < length; t++) {
            for (int head = 0; head < tags.length; head++) {
                tags[head] = parts.get(head).get(t);
            }
            records.add(type.make(tags));
        }
        return records;
    }

    @Override
    public HeadReading<T> ofOneHead() {
        throw new IllegalStateException("scores are those of one head: see TaggerCore.head");
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows the type
    public <P> Reading<P> head(int number) {
        return (Reading<P>) heads.get(number);
    }
}
