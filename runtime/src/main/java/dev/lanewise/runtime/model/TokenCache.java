package dev.lanewise.runtime.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for frequent words, what a model computes of a word alone: its share of the gates of the first LSTM. Bounded in memory,
 * lock-free, shared by all threads of a model; what it gives is what would be computed, to the bit.
 *
 * <p>Four ways a set; a word that is new replaces one that was not asked for since its set was last looked through.
 */
final class TokenCache {

    /** The bytes that a model's cache takes at the most, unless it is told otherwise: 64 MiB. */
    static final long DEFAULT_BYTES = 64L << 20;

    private static final int WAYS = 4;
    private static final int MOST_SETS = 1 << 14;
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
                // A race on the mark costs at most a recomputation.
                entry.asked = true;
                return entry.numbers;
            }
        }
        return null;
    }

    /** Keeps the numbers of a word, which must not change any more. */
    void put(String word, float[] numbers) {
        int first = first(word);
        int victim = first + (word.hashCode() >>> 7) % WAYS;
        for (int way = 0; way < WAYS; way++) {
            Entry entry = entries.getAcquire(first + way);
            if (entry == null || !entry.asked) {
                victim = first + way;
                break;
            }
            entry.asked = false;
        }
        entries.setRelease(victim, new Entry(word, numbers));
    }

    private int first(String word) {
        long spread = (word.hashCode() * 0x9E3779B9) & 0xffffffffL;
        return (int) (spread * sets >>> 32) * WAYS;
    }
}
