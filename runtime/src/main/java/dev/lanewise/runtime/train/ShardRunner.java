package dev.lanewise.runtime.train;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the shards of a batch on some threads, of which the caller's is one. */
final class ShardRunner implements AutoCloseable {

    private final int helpers;
    private final @Nullable ExecutorService executor;

    ShardRunner(int threads) {
        helpers = threads - 1;
        executor = helpers == 0 ? null : Executors.newFixedThreadPool(helpers, ShardRunner::thread);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lanewise-training");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs every shard once; returns, or throws what a shard threw, when all are done. */
    void run(int shards, IntConsumer task) {
        if (executor == null || shards == 1) {
            for (int i = 0; i < shards; i++) {
                task.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < shards; i = next.getAndIncrement()) {
                task.accept(i);
            }
        };
        Future<?>[] futures = new Future<?>[Math.min(helpers, shards - 1)];
        for (int i = 0; i < futures.length; i++) {
            futures[i] = executor.submit(worker);
        }
        try {
            worker.run();
        } finally {
            join(futures);
        }
    }

    private static void join(Future<?>[] futures) {
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrainingException("the training was interrupted");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
