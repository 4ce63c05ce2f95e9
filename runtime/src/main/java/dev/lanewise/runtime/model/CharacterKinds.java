package dev.lanewise.runtime.model;

import java.util.Arrays;

/**
 * The distinct characters of a batch, in the order of first occurrence. There are far fewer of them than characters, so what
 * depends on the character alone (its embedding and its share of the gates) is computed once for each.
 */
public final class CharacterKinds {

    private int[] kindOfId = new int[0];
    private int[] ids = new int[0];
    private int[] kindOfRow = new int[0];
    private int count;

    CharacterKinds() {}

    void start(int vocabularySize, int rows) {
        if (ids.length < vocabularySize) {
            ids = new int[vocabularySize];
            kindOfId = new int[vocabularySize];
            Arrays.fill(kindOfId, -1);
            count = 0;
        }
        for (int kind = 0; kind < count; kind++) {
            kindOfId[ids[kind]] = -1;
        }
        count = 0;
        if (kindOfRow.length < rows) {
            kindOfRow = new int[Math.max(rows, kindOfRow.length * 2)];
        }
    }

    void set(int row, int id) {
        int kind = kindOfId[id];
        if (kind < 0) {
            kind = count++;
            kindOfId[id] = kind;
            ids[kind] = id;
        }
        kindOfRow[row] = kind;
    }

    /** Number of distinct characters. */
    public int count() {
        return count;
    }

    /** The character id of each kind. */
    public int[] ids() {
        return ids;
    }

    /** The kind that stands in every packed character row. */
    public int[] ofRows() {
        return kindOfRow;
    }
}
