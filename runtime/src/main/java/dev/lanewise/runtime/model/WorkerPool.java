package dev.lanewise.runtime.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workers that threads borrow: at most two for each processor are kept, whatever number of threads there is, and none belongs
 * to a thread. Lock-free, and allocates only when all kept ones are lent.
 */
final class WorkerPool {

    private final AtomicReferenceArray<@Nullable Worker> idle =
            new AtomicReferenceArray<>(2 * Runtime.getRuntime().availableProcessors());
    private final Supplier<Worker> maker;

    WorkerPool(Supplier<Worker> maker) {
        this.maker = maker;
    }

    Worker borrow() {
        int size = idle.length();
        int start = start();
        for (int i = 0; i < size; i++) {
            Worker worker = idle.getAndSet((start + i) % size, null);
            if (worker != null) {
                return worker;
            }
        }
        return maker.get();
    }

    void giveBack(Worker worker) {
        worker.batch().clear();
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
