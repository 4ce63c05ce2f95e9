package dev.lanewise.runtime.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Code point to id, by open addressing over two int arrays, so that a lookup makes no boxes and no strings. A lookup looks at 64
 * places at the most; characters that found all of theirs taken, which takes chosen ones, are looked for by binary search.
 */
final class CharacterTable {

    private static final int MOST_PLACES = 64;

    private final int[] keys;
    private final int[] ids;
    private final int shift;
    private final int[] crowded;
    private final int[] crowdedIds;

    /** Takes up the entries that are a single code point, each of which stands there once; the first one has id {@code firstId}. */
    CharacterTable(List<String> entries, int firstId) {
        int singles = 0;
        for (int i = 0; i < entries.size(); i++) {
            singles += CodePoints.isSingle(entries.get(i)) ? 1 : 0;
        }
        int bits = 64 - Long.numberOfLeadingZeros(2L * singles + 1); // at most half full
        keys = new int[1 << bits];
        ids = new int[1 << bits];
        shift = Integer.SIZE - bits;
        List<Long> without = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (CodePoints.isSingle(entries.get(i))) {
                int codePoint = entries.get(i).codePointAt(0);
                int slot = slot(codePoint);
                if (slot < 0) {
                    without.add((long) codePoint << Integer.SIZE | firstId + i);
                } else {
                    keys[slot] = codePoint + 1;
                    ids[slot] = firstId + i;
                }
            }
        }
        Collections.sort(without);
        crowded = new int[without.size()];
        crowdedIds = new int[without.size()];
        for (int i = 0; i < crowded.length; i++) {
            crowded[i] = (int) (without.get(i) >>> Integer.SIZE);
            crowdedIds[i] = without.get(i).intValue();
        }
    }

    /** The id of the code point, or -1. */
    int id(int codePoint) {
        int slot = slot(codePoint);
        if (slot < 0) {
            int at = Arrays.binarySearch(crowded, codePoint);
            return at < 0 ? -1 : crowdedIds[at];
        }
        return keys[slot] == 0 ? -1 : ids[slot];
    }

    /** The slot that holds the code point, or else the free one where it would stand; -1 if there is neither near its start. */
    private int slot(int codePoint) {
        int key = codePoint + 1; // 0 marks a free slot
        int slot = start(codePoint);
        for (int place = 0; place < MOST_PLACES; place++) {
            if (keys[slot] == 0 || keys[slot] == key) {
                return slot;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }

    private int start(int codePoint) {
        return codePoint * 0x9E3779B9 >>> shift;
    }
}
