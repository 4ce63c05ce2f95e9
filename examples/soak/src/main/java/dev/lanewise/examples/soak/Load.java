package dev.lanewise.examples.soak;

import dev.lanewise.runtime.Tagging;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Threads that call one model in every way it has, and compare what it gives with what it gave alone and without a cache. */
final class Load implements AutoCloseable {
    private static final int POOL = 200;
    private static final int MANY = 40;

    private final SoakTagger model;
    private final List<List<String>> sentences;
    private final List<Tagging<String>> expected;
    private final LongAdder words = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final List<Thread> threads;
    private volatile boolean open = true;

    /** Starts. */
    Load(SoakTaggerModel model, int count) {
        this.model = model;
        Text text = new Text(5);
        sentences = IntStream.range(0, POOL).mapToObj(i -> text.sentence()).toList();
        SoakTagger alone = model.withWordCache(0);
        expected = sentences.stream().map(alone::tag).toList();
        threads = IntStream.range(0, count)
                .mapToObj(i -> new Thread(() -> work(i), "soak-" + i))
                .toList();
        threads.forEach(Thread::start);
    }

    /** Words tagged since the last call. */
    long words() {
        return words.sumThenReset();
    }

    /** Wrong results and exceptions so far. */
    long errors() {
        return errors.sum();
    }

    private void work(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Text fresh = new Text(100 + number);
        while (open) {
            try {
                words.add(call(random, fresh));
            } catch (RuntimeException | OutOfMemoryError e) {
                errors.increment();
                e.printStackTrace();
            }
        }
    }

    /** One call of one kind; gives the number of words. */
    private int call(SplittableRandom random, Text fresh) {
        int known = random.nextInt(POOL);
        List<String> one = sentences.get(known);
        List<String> other = fresh.sentence();
        return switch (random.nextInt(6)) {
            case 0 -> check(model.tag(one).equals(expected.get(known)), one.size());
            case 1 -> check(model.tag(other).tags().size() == other.size(), other.size());
            case 2 -> many(random.nextInt(POOL - MANY));
            case 3 -> streamed(random.nextInt(POOL - MANY));
            case 4 -> check(Arrays.stream(model.scores(other)).allMatch(Load::isDistribution), other.size());
            default ->
                check(
                        model.nBest(one, 3)
                                .get(0)
                                .tags()
                                .equals(expected.get(known).tags()),
                        one.size());
        };
    }

    private int many(int from) {
        List<List<String>> some = sentences.subList(from, from + MANY);
        List<List<String>> tags = model.tagAll(some);
        return check(tags.equals(tags(from)), size(some));
    }

    private int streamed(int from) {
        List<List<String>> some = sentences.subList(from, from + MANY);
        return check(model.tagAll(some.stream()).toList().equals(tags(from)), size(some));
    }

    private List<List<String>> tags(int from) {
        return expected.subList(from, from + MANY).stream().map(Tagging::tags).toList();
    }

    private static int size(List<List<String>> some) {
        return some.stream().mapToInt(List::size).sum();
    }

    private static boolean isDistribution(float[] logarithms) {
        double sum = 0;
        for (float each : logarithms) {
            sum += Math.exp(each);
        }
        return Math.abs(sum - 1) < 1e-4;
    }

    private int check(boolean right, int size) {
        if (!right) {
            errors.increment();
        }
        return size;
    }

    /** Stops, and waits until all have stopped, or until the caller is interrupted. */
    @Override
    public void close() {
        open = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
