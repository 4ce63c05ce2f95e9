package dev.lanewise.runtime.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workers that threads borrow: at most two for each processor are kept, whatever number of threads there is, and none belongs
 * to a thread. Lock-free, and allocates only when all kept ones are lent.
 *
 * @param <W> the workers, with buffers that are worth keeping
 */
public final class Pool<W> {

    private final AtomicReferenceArray<@Nullable W> idle =
            new AtomicReferenceArray<>(2 * Runtime.getRuntime().availableProcessors());
    private final Supplier<W> maker;

    /**
     * An empty pool.
     *
     * @param maker makes a worker when none is idle
     */
    public Pool(Supplier<W> maker) {
        this.maker = maker;
    }

    /** An idle worker, or a new one: the caller's own until it is given back. */
    public W borrow() {
        int size = idle.length();
        int start = start();
        for (int i = 0; i < size; i++) {
            W worker = idle.getAndSet((start + i) % size, null);
            if (worker != null) {
                return worker;
            }
        }
        return maker.get();
    }

    /** Takes a worker back; one that an exception lost need not come back. */
    public void giveBack(W worker) {
        int size = idle.length();
        int start = start();
        for (int i = 0; i < size; i++) {
            if (idle.compareAndSet((start + i) % size, null, worker)) {
                return;
            }
        }
    }

    private int start() {
        return (int) (Thread.currentThread().getId() & 0xff) % idle.length();
    }
}
