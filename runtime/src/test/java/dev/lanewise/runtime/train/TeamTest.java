package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A team does every part once, sees what was done before, reports failures and allocates nothing. */
final class TeamTest {

    private static final int RUNS = 3000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void doesEveryPartOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(40);
        try (Team team = new Team(threads)) {
            for (int run = 0; run < RUNS; run++) {
                int parts = run % 41;
                team.run(parts, done::incrementAndGet);
            }
        }
        for (int part = 0; part < 40; part++) {
            int expected = 0;
            for (int run = 0; run < RUNS; run++) {
                expected += part < run % 41 ? 1 : 0;
            }
            assertEquals(expected, done.get(part), "part " + part);
        }
    }

    /** Plain memory, without any synchronisation of the test's own: what a run did is there in the next one. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whatARunDidIsSeenByTheNext(int threads) {
        int[] numbers = new int[8];
        try (Team team = new Team(threads)) {
            for (int run = 0; run < RUNS; run++) {
                int[] before = numbers;
                int[] after = new int[8];
                // Each part reads another part's number, which another thread may have written.
                team.run(8, part -> after[part] = before[(part + 3) % 8] + 1);
                numbers = after;
            }
        }
        for (int number : numbers) {
            assertEquals(RUNS, number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void reportsTheFailureOfTheLowestPart(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(20);
        try (Team team = new Team(threads)) {
            for (int run = 0; run < 100; run++) {
                IllegalStateException e = assertThrows(
                        IllegalStateException.class,
                        () -> team.run(20, part -> {
                            done.incrementAndGet(part);
                            if (part >= 7) {
                                throw new IllegalStateException("part " + part);
                            }
                        }));
                assertEquals("part 7", e.getMessage());
            }
            AtomicReference<Error> thrown = new AtomicReference<>(new AssertionError("an error"));
            assertSame(
                    thrown.get(),
                    assertThrows(
                            Error.class,
                            () -> team.run(4, part -> {
                                throw thrown.get();
                            })));
            team.run(20, done::incrementAndGet);
        }
        // Alone, what comes behind a failure is left.
        assertEquals(101, done.get(0));
    }

    @Test
    void anInterruptIsKept() {
        try (Team team = new Team(3)) {
            Thread.currentThread().interrupt();
            int[] done = new int[10];
            team.run(10, part -> done[part]++);
            assertTrue(Thread.interrupted());
            for (int count : done) {
                assertEquals(1, count);
            }
        }
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int[] done = new int[10];
        IntConsumer task = part -> done[part]++;
        try (Team team = new Team(2)) {
            for (int run = 0; run < RUNS; run++) {
                team.run(10, task);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int run = 0; run < RUNS; run++) {
                team.run(10, task);
            }
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < RUNS, allocated + " bytes in " + RUNS + " runs");
        }
    }

    @Test
    void helpersEndWithTheTeam() throws InterruptedException {
        List<Thread> helpers = new ArrayList<>();
        try (Team team = new Team(3)) {
            team.run(64, part -> {
                synchronized (helpers) {
                    if (Thread.currentThread().getName().startsWith("lanewise-training")
                            && !helpers.contains(Thread.currentThread())) {
                        helpers.add(Thread.currentThread());
                    }
                }
            });
        }
        for (Thread helper : helpers) {
            helper.join();
        }
    }
}
