package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabularies;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Workers that threads borrow, see {@link Pool}; given back, they forget their batch. */
final class WorkerPool {

    private record Maker(
            ModelSpec spec,
            Vocabularies vocabularies,
            Network network,
            @Nullable TokenCache cache) implements Supplier<Worker> {

        @Override
        public Worker get() {
            return new Worker(spec, vocabularies, network, cache);
        }
    }

    private final Pool<Worker> pool;

    /** A pool of workers on a network, which share a cache of words if there is one. */
    WorkerPool(ModelSpec spec, Vocabularies vocabularies, Network network, @Nullable TokenCache cache) {
        this.pool = new Pool<>(new Maker(spec, vocabularies, network, cache));
    }

    Worker borrow() {
        return pool.borrow();
    }

    void giveBack(Worker worker) {
        worker.batch().clear();
        pool.giveBack(worker);
    }
}
