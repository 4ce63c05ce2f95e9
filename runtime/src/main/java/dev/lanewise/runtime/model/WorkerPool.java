package dev.lanewise.runtime.model;

import java.util.function.Supplier;

/** Workers that threads borrow, see {@link Pool}; given back, they forget their batch. */
final class WorkerPool {

    private final Pool<Worker> pool;

    WorkerPool(Supplier<Worker> maker) {
        this.pool = new Pool<>(maker);
    }

    Worker borrow() {
        return pool.borrow();
    }

    void giveBack(Worker worker) {
        worker.batch().clear();
        pool.giveBack(worker);
    }
}
