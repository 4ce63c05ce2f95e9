package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.SentenceException;
import dev.lanewise.runtime.data.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of sentences: their order, their bounds, their failures, and that nothing stays behind. */
final class BatchedTest {

    /** A sentence whose reading fails. */
    private static final List<String> BAD = List.of("bad");

    private final List<List<Sequence>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

    /** Reads the words of a sentence, and takes notes. */
    private List<Object> read(List<Sequence> batch) {
        batches.add(batch);
        readers.add(Thread.currentThread());
        if (batch.contains(Sequence.of(BAD))) {
            throw new IllegalArgumentException("bad is bad");
        }
        return new ArrayList<>(batch);
    }

    private Batched<Object> batched(int threads, int window) {
        return new Batched<>(new Batching(threads, window), this::read);
    }

    private static List<List<String>> sentences(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Collections.nCopies(i * 7 % 11, "word" + i))
                .toList();
    }

    private static List<Object> sequences(List<List<String>> sentences) {
        return sentences.stream().<Object>map(Sequence::of).toList();
    }

    @AfterEach
    void noThreadStaysBehind() {
        readers.remove(Thread.currentThread());
        readers.forEach(thread -> assertFalse(thread.isAlive(), thread::getName));
    }

    @ParameterizedTest
    @CsvSource({"1,1024", "1,1", "1,7", "2,7", "2,100", "4,1024", "64,1024"})
    void resultsComeInTheOrderOfTheInput(int threads, int window) {
        List<List<String>> sentences = sentences(500);
        List<Object> expected = sequences(sentences);
        Batched<Object> batched = batched(threads, window);
        assertEquals(expected, batched.list(sentences, Sequence::of));
        assertEquals(expected, batched.stream(sentences.stream(), Sequence::of).toList());
        assertEquals(
                expected,
                batched.stream(sentences.parallelStream(), Sequence::of)
                        .parallel()
                        .toList());
        List<Object> iterated = new ArrayList<>();
        batched.iterable(sentences, Sequence::of).forEach(iterated::add);
        assertEquals(expected, iterated);
    }

    @Test
    void batchesHoldSentencesOfLikeLengthAndAreBounded() {
        batched(1, 1024).list(sentences(1024), Sequence::of);
        assertEquals(32, batches.size());
        for (List<Sequence> batch : batches) {
            int longest = batch.get(0).length();
            int shortest = batch.get(batch.size() - 1).length();
            assertTrue(batch.size() <= 32 && longest - shortest <= 1, () -> batch.size() + " sentences");
        }
        batches.clear();
        List<String> huge = Collections.nCopies(3000, "word");
        batched(1, 1024).list(Collections.nCopies(10, huge), Sequence::of);
        assertEquals(10, batches.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void fewSentencesAreSharedToo(int threads) {
        CountDownLatch all = new CountDownLatch(threads);
        Batched<Object> batched = new Batched<>(new Batching(threads, 1024), batch -> {
            if (readers.add(Thread.currentThread())) {
                all.countDown();
                await(all);
            }
            return new ArrayList<>(batch);
        });
        List<List<String>> sentences = sentences(60);
        assertEquals(sequences(sentences), batched.list(sentences, Sequence::of));
        assertEquals(threads, readers.size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,10,10", "3,100,100", "1,4,2"})
    void noMoreThanAWindowIsReadAhead(int threads, int window, int expected) {
        AtomicInteger taken = new AtomicInteger();
        // Sentences of 64 words fill a window of 4 after two: 32 words for each.
        List<String> words = Collections.nCopies(window == 4 ? 64 : 1, "word");
        Stream<List<String>> endless = Stream.generate(() -> {
            taken.incrementAndGet();
            return words;
        });
        try (Stream<Object> results = batched(threads, window).stream(endless, Sequence::of)) {
            assertEquals(0, taken.get());
            Iterator<Object> each = results.iterator();
            each.next();
            assertEquals(expected, taken.get());
            for (int i = 1; i < expected; i++) {
                each.next();
            }
            assertEquals(expected, taken.get());
            each.next();
            assertEquals(2 * expected, taken.get());
        }
    }

    @Test
    void closingClosesTheSourceAndEndsTheResults() {
        AtomicBoolean closed = new AtomicBoolean();
        Stream<List<String>> source = sentences(100).stream().onClose(() -> closed.set(true));
        Stream<Object> results = batched(2, 50).stream(source, Sequence::of);
        Iterator<Object> each = results.iterator();
        each.next();
        results.close();
        assertTrue(closed.get());
        assertFalse(each.hasNext());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aBadSentenceIsNamedAndTheOthersAreRead(int threads) {
        List<List<String>> sentences = new ArrayList<>(sentences(300));
        sentences.set(217, BAD);
        sentences.set(118, List.of("an", "", "empty", "word"));
        Batched<Object> batched = batched(threads, 100);
        Iterator<Object> results = batched.iterable(sentences, Sequence::of).iterator();
        for (int i = 0; i < sentences.size(); i++) {
            if (i == 118 || i == 217) {
                SentenceException e = assertThrows(SentenceException.class, results::next);
                assertEquals(i, e.sentence());
                assertTrue(e.getMessage().startsWith("sentence " + i + " (counted from 0): "), e::getMessage);
            } else {
                assertEquals(Sequence.of(sentences.get(i)), results.next());
            }
        }
        SentenceException first = assertThrows(SentenceException.class, () -> batched.list(sentences, Sequence::of));
        assertEquals(118, first.sentence());
    }

    @Test
    void anExceptionWithoutAMessageIsNamedByItsKind() {
        List<List<String>> sentences = new ArrayList<>(sentences(3));
        sentences.set(1, null);
        SentenceException e =
                assertThrows(SentenceException.class, () -> batched(1, 10).list(sentences, Sequence::of));
        assertEquals(1, e.sentence());
        assertTrue(e.getMessage().contains("null") || e.getMessage().contains("NullPointer"), e::getMessage);
    }

    @Test
    void aFailureOfTheSourceComesAfterTheResultsBeforeIt() {
        IllegalStateException broken = new IllegalStateException("the file ends here");
        Iterator<Object> results = batched(2, 100).stream(
                        Stream.iterate(0, i -> i + 1).map(i -> {
                            if (i == 7) {
                                throw broken;
                            }
                            return List.of("word" + i);
                        }),
                        Sequence::of)
                .iterator();
        for (int i = 0; i < 7; i++) {
            assertEquals(Sequence.of(List.of("word" + i)), results.next());
        }
        assertSame(broken, assertThrows(IllegalStateException.class, results::next));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anErrorEndsEverything(int threads) {
        Error full = new OutOfMemoryError("made up");
        Batched<Object> batched = new Batched<>(new Batching(threads, 1024), batch -> {
            readers.add(Thread.currentThread());
            throw full;
        });
        assertSame(full, assertThrows(Error.class, () -> batched.list(sentences(500), Sequence::of)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptEndsTheWindowAndStays(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        Batched<Object> batched = new Batched<>(new Batching(threads, 1024), batch -> {
            readers.add(Thread.currentThread());
            if (begun.incrementAndGet() == 2) {
                caller.interrupt();
            }
            return new ArrayList<>(batch);
        });
        CancellationException e =
                assertThrows(CancellationException.class, () -> batched.list(sentences(1000), Sequence::of));
        assertTrue(Thread.interrupted());
        assertEquals("interrupted while reading sentences 0 to 999 (counted from 0)", e.getMessage());
        assertTrue(begun.get() <= 2 + threads, () -> begun + " batches");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Batching(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Batching(1, 0));
    }
}
