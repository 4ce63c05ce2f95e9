package dev.lanewise.runtime.data;

import java.util.List;

/** Code point to id, by open addressing over two int arrays, so that a lookup makes no boxes and no strings. */
final class CharacterTable {

    private final int[] keys;
    private final int[] ids;
    private final int shift;

    /** Takes up the entries that are a single code point; the first one has id {@code firstId}. */
    CharacterTable(List<String> entries, int firstId) {
        long singles = entries.stream().filter(CodePoints::isSingle).count();
        int bits = 64 - Long.numberOfLeadingZeros(2 * singles + 1); // at most half full
        keys = new int[1 << bits];
        ids = new int[1 << bits];
        shift = Integer.SIZE - bits;
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i);
            if (CodePoints.isSingle(entry)) {
                int slot = slot(entry.codePointAt(0));
                keys[slot] = entry.codePointAt(0) + 1;
                ids[slot] = firstId + i;
            }
        }
    }

    /** The id of the code point, or -1. */
    int id(int codePoint) {
        int slot = slot(codePoint);
        return keys[slot] == 0 ? -1 : ids[slot];
    }

    /** The slot that holds the code point, or else the free one where it would stand. */
    private int slot(int codePoint) {
        int key = codePoint + 1; // 0 marks a free slot
        int slot = codePoint * 0x9E3779B9 >>> shift;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
