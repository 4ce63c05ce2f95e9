package dev.lanewise.runtime.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for frequent words, what a model computes of a word alone: its share of the gates of the first LSTM. Bounded in memory,
 * lock-free, shared by all threads of a model; what it gives is what would be computed, to the bit.
 *
 * <p>Eight ways a set; where all are taken, a word that is new replaces one that was not asked for since its set was last full. The
 * hash codes of a set's words lie side by side, so that other words are not read in search of one.
 */
final class TokenCache {

    private static final long LEAST_BYTES = 16L << 20;
    private static final long MOST_BYTES = 256L << 20;
    private static final int SHARE_OF_HEAP = 32;

    private static final int WAYS = 8;
    private static final int MOST_SETS = 1 << 13;
    /** What an entry costs beside its numbers: two objects, an array's header, its place, and a short word. */
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

    /**
     * The places of all sets. Where two threads write one, the hash code may be of one's word and the entry of the other's: nobody
     * finds that, so it is the next to be replaced.
     */
    private static final class Places {
        private final int[] hashes;
        private final AtomicReferenceArray<@Nullable Entry> entries;

        private Places(int count) {
            this.hashes = new int[count];
            this.entries = new AtomicReferenceArray<>(count);
        }

        /** The first place, from one on, where a word of a hash code may be; the end if there is none. */
        private int next(int from, int end, int hash) {
            int at = from;
            while (at < end && hashes[at] != hash) {
                at++;
            }
            return at;
        }

        /** The numbers of a word that may be at one place or behind it; null if it is not there. */
        private float @Nullable [] numbers(String word, int from, int end) {
            for (int at = from; at < end; at = next(at + 1, end, word.hashCode())) {
                Entry entry = entries.getAcquire(at);
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
    }

    private final int sets;
    private volatile @Nullable Places places;

    /**
     * An empty cache.
     *
     * @param numbers how many numbers are kept of a word
     * @param bytes the memory that it may take
     */
    TokenCache(int numbers, long bytes) {
        long entry = ENTRY_BYTES + (long) numbers * Float.BYTES;
        this.sets = (int) Math.max(1, Math.min(MOST_SETS, bytes / entry / WAYS));
    }

    /** The bytes that a model's cache takes at the most, unless it is told otherwise: a 32nd of the largest heap, 16 to 256 MiB. */
    static long defaultBytes() {
        return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** The numbers of a word; null if they are not kept. They must not be changed. */
    float @Nullable [] get(String word) {
        Places kept = places;
        if (kept == null) {
            return null;
        }
        int first = first(word);
        int end = first + WAYS;
        return kept.numbers(word, kept.next(first, end, word.hashCode()), end);
    }

    /**
     * The numbers of many words: all are looked for before the first one is read, so that none waits for another to come from memory.
     *
     * @param words the words
     * @param count how many
     * @param numbers the numbers of each word that is kept go here
     * @param missing the indexes of all others go here
     * @return how many are missing
     */
    int get(String[] words, int count, float[][] numbers, int[] missing) {
        Places kept = places;
        if (kept == null) {
            return all(count, missing);
        }
        // Until all are found or not, it says where each may be.
        for (int i = 0; i < count; i++) {
            int first = first(words[i]);
            missing[i] = kept.next(first, first + WAYS, words[i].hashCode());
        }
        int missed = 0;
        for (int i = 0; i < count; i++) {
            float[] found = kept.numbers(words[i], missing[i], first(words[i]) + WAYS);
            if (found == null) {
                missing[missed++] = i;
            } else {
                numbers[i] = found;
            }
        }
        return missed;
    }

    /** The indexes of so many words, where nothing is kept of any. */
    static int all(int count, int[] missing) {
        for (int i = 0; i < count; i++) {
            missing[i] = i;
        }
        return count;
    }

    /** Keeps the numbers of a word, which must not change any more. */
    void put(String word, float[] numbers) {
        Places kept = places();
        int at = victim(kept.entries, first(word), word.hashCode());
        kept.entries.setRelease(at, new Entry(word, numbers));
        kept.hashes[at] = word.hashCode();
    }

    /** Made for the first word: many a model is trained and never tags. */
    private Places places() {
        Places kept = places;
        return kept != null ? kept : firstPlaces();
    }

    private synchronized Places firstPlaces() {
        Places kept = places;
        if (kept == null) {
            kept = new Places(sets * WAYS);
            places = kept;
        }
        return kept;
    }

    /** A free way of a set; otherwise one that was not asked for; otherwise any, and all others have to be asked for again. */
    private static int victim(AtomicReferenceArray<@Nullable Entry> entries, int first, int hash) {
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
