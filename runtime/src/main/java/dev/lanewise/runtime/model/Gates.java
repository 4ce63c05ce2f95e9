package dev.lanewise.runtime.model;

/**
 * Where the gates of a recurrent layer lie in a row, by blocks of padded units: what they get from the input, and what they get
 * from the state before.
 */
public enum Gates {
    /** i, f, g, o of {@code nn.LSTM}: both shares add up. */
    LSTM(new int[] {0, 1, 2, 3}, new int[] {0, 1, 2, 3}),
    /**
     * r, z, n of {@code nn.GRU}: the two shares of n are apart, since the reset gate multiplies the second one. The order n, r, z
     * and that share keeps the three blocks of either product side by side.
     */
    GRU(new int[] {1, 2, 0}, new int[] {1, 2, 3});

    /** Blocks in a row of either kind. */
    static final int BLOCKS = 4;

    private final int[] input;
    private final int[] recurrent;

    Gates(int[] input, int[] recurrent) {
        this.input = input;
        this.recurrent = recurrent;
    }

    /** Number of gates, which is the number of blocks of rows in each weight matrix. */
    int count() {
        return input.length;
    }

    /** The block that a gate has its share of the input in. */
    int inputBlock(int gate) {
        return input[gate];
    }

    /** The block that a gate has its share of the state before in. */
    int recurrentBlock(int gate) {
        return recurrent[gate];
    }

    /** The first block that the recurrent product goes to. */
    int firstRecurrentBlock() {
        return recurrent[0];
    }
}
