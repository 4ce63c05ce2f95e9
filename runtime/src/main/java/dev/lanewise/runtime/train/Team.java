package dev.lanewise.runtime.train;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some threads, of which the caller's is one, that do the parts of a task together. A task is some tens of microseconds or
 * more; between tasks the helpers wait for a moment where they have a processor each, then sleep. Allocates nothing while it
 * runs.
 */
final class Team implements AutoCloseable {

    /** The calling thread by itself. */
    static final Team ALONE = new Team(1);

    /** Some ten microseconds: longer than from one task of a step to the next, shorter than it takes to fall asleep. */
    private static final int SPINS = 1 << 10;

    private static final int CLOSED = -1;

    private final Thread[] helpers;
    private final int spins;

    /**
     * The number of the task in the upper half and how many of its parts nobody has begun in the lower half; so a helper that
     * comes late can begin nothing of the next task by mistake.
     */
    private final AtomicLong open = new AtomicLong();

    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile @Nullable IntConsumer task;
    private volatile @Nullable Thread waiting;
    private @Nullable Throwable failure;
    private int failedPart;

    Team(int threads) {
        helpers = new Thread[threads - 1];
        spins = threads <= Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::help, "lanewise-training-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /**
     * Does every part once, on any thread and in any order.
     *
     * @param parts how many there are
     * @param action does the part of a number from 0
     * @throws RuntimeException what a part threw, of several the one of the lowest number, when all are done
     */
    void run(int parts, IntConsumer action) {
        if (helpers.length == 0 || parts <= 1) {
            for (int part = 0; part < parts; part++) {
                action.accept(part);
            }
            return;
        }
        failure = null;
        task = action;
        unfinished.set(parts);
        open.set(((open.get() >>> Integer.SIZE) + 1) << Integer.SIZE | parts);
        for (int i = 0; i < Math.min(helpers.length, parts - 1); i++) {
            LockSupport.unpark(helpers[i]);
        }
        while (work()) {}
        awaitTheOthers();
        rethrow();
    }

    /** Does one part of the task that is open; tells whether there was one. */
    private boolean work() {
        long seen = open.get();
        int left = (int) seen;
        if (left <= 0) {
            return false;
        }
        IntConsumer action = Objects.requireNonNull(task);
        if (open.compareAndSet(seen, seen - 1)) {
            perform(action, left - 1);
        }
        return true;
    }

    private void perform(IntConsumer action, int part) {
        try {
            action.accept(part);
        } catch (RuntimeException | Error e) {
            fail(e, part);
        }
        if (unfinished.decrementAndGet() == 0) {
            LockSupport.unpark(waiting);
        }
    }

    private synchronized void fail(Throwable e, int part) {
        if (failure == null || part < failedPart) {
            failure = e;
            failedPart = part;
        }
    }

    private void awaitTheOthers() {
        boolean interrupted = false;
        waiting = Thread.currentThread();
        for (int i = 0; unfinished.get() > 0; i++) {
            if (i < spins) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void help() {
        int idle = 0;
        while (open.get() != CLOSED) {
            if (work()) {
                idle = 0;
            } else if (idle++ < spins) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                idle = 0;
            }
        }
    }

    /** Ends the helpers; no task may be running. */
    @Override
    public void close() {
        if (helpers.length > 0) {
            open.set(CLOSED);
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
    }
}
