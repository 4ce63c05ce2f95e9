package dev.lanewise.runtime.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for frequent words, what a model computes of a word alone: its share of the gates of the first LSTM. Bounded in memory,
 * lock-free, shared by all threads of a model; what it gives is what would be computed, to the bit.
 *
 * <p>Eight ways a set; where all are taken, a word that is new replaces one that was not asked for since its set was last full.
 */
final class TokenCache {

    /** The bytes that a model's cache takes at the most, unless it is told otherwise: 64 MiB. */
    static final long DEFAULT_BYTES = 64L << 20;

    private static final int WAYS = 8;
    private static final int MOST_SETS = 1 << 13;
    /** What an entry costs beside its numbers: two objects, an array's header, and a short word. */
    private static final int ENTRY_BYTES = 128;

    private static final class Entry {
        private final String word;
        private final float[] numbers;
        private boolean asked;

        private Entry(String word, float[] numbers) {
            this.word = word;
            this.numbers = numbers;
        }
    }

    private final int sets;
    private final AtomicReferenceArray<@Nullable Entry> entries;

    /**
     * An empty cache.
     *
     * @param numbers how many numbers are kept of a word
     * @param bytes the memory that it may take
     */
    TokenCache(int numbers, long bytes) {
        long entry = ENTRY_BYTES + (long) numbers * Float.BYTES;
        this.sets = (int) Math.max(1, Math.min(MOST_SETS, bytes / entry / WAYS));
        this.entries = new AtomicReferenceArray<>(sets * WAYS);
    }

    /** The numbers of a word; null if they are not kept. They must not be changed. */
    float @Nullable [] get(String word) {
        int first = first(word);
        for (int way = 0; way < WAYS; way++) {
            Entry entry = entries.getAcquire(first + way);
            if (entry != null && entry.word.equals(word)) {
                // A race on the mark costs at most a recomputation; writing it again would take the line from other
                // cores.
                if (!entry.asked) {
                    entry.asked = true;
                }
                return entry.numbers;
            }
        }
        return null;
    }

    /** Keeps the numbers of a word, which must not change any more. */
    void put(String word, float[] numbers) {
        int victim = victim(first(word), word.hashCode());
        entries.setRelease(victim, new Entry(word, numbers));
    }

    /** A free way of a set; otherwise one that was not asked for; otherwise any, and all others have to be asked for again. */
    private int victim(int first, int hash) {
        int idle = -1;
        for (int way = 0; way < WAYS; way++) {
            Entry entry = entries.getAcquire(first + way);
            if (entry == null) {
                return first + way;
            }
            if (idle < 0 && !entry.asked) {
                idle = first + way;
            }
        }
        if (idle >= 0) {
            return idle;
        }
        for (int way = 0; way < WAYS; way++) {
            Entry entry = entries.getAcquire(first + way);
            if (entry != null) {
                entry.asked = false;
            }
        }
        return first + (hash >>> 7) % WAYS;
    }

    private int first(String word) {
        long spread = (word.hashCode() * 0x9E3779B9) & 0xffffffffL;
        return (int) (spread * sets >>> 32) * WAYS;
    }
}
