package dev.lanewise.runtime.model;

import dev.lanewise.runtime.Tagging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the tags of all heads as records. The heads judge independently of each other, so a record's probability is the product of
 * theirs, and a tagging's score the sum.
 *
 * @param heads the readings of the heads in their order
 * @param maker makes a record of a tag of each
 */
record RecordReading<T>(List<HeadReading<?>> heads, Function<Object[], T> maker) implements Reading<T> {

    @Override
    public void infer(Pass pass) {
        heads.forEach(head -> head.infer(pass));
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
        List<List<?>> parts = new ArrayList<>(heads.size());
        List<Float> confidences = new ArrayList<>(
                Collections.nCopies(worker.batch().sequence(sequence).length(), 1f));
        double score = 0;
        for (HeadReading<?> head : heads) {
            Tagging<?> part = head.tagging(worker, sequence);
            parts.add(part.tags());
            for (int t = 0; t < confidences.size(); t++) {
                confidences.set(t, confidences.get(t) * part.confidences().get(t));
            }
            score += part.score();
        }
        return new Tagging<>(records(parts), confidences, score);
    }

    private List<T> records(List<List<?>> parts) {
        int length = parts.get(0).size();
        List<T> records = new ArrayList<>(length);
        Object[] tags = new Object[parts.size()];
        for (int t = 0; t < length; t++) {
            for (int head = 0; head < tags.length; head++) {
                tags[head] = parts.get(head).get(t);
            }
            records.add(maker.apply(tags));
        }
        return records;
    }

    @Override
    public HeadReading<T> ofOneHead() {
        throw new IllegalStateException("scores and n best taggings are those of one head: see TaggerCore.head");
    }

    @Override
    @SuppressWarnings("unchecked") // the caller knows the type
    public <P> Reading<P> head(int number) {
        return (Reading<P>) heads.get(number);
    }
}
