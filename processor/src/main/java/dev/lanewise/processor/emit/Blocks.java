package dev.lanewise.processor.emit;

/**
 * Blocks of the rows of an operand, such as the units of each gate: the product goes on from one to the next.
 *
 * @param count how many there are
 * @param apart the distance of two of them
 * @param turn by how many they are turned: the first block lies so many places behind the first one
 */
record Blocks(int count, int apart, int turn) {

    static final Blocks ONE = new Blocks(1, 0, 0);

    /** Where the block of a number, the loop's variable, begins. */
    String place() {
        String number = turn == 0 ? "gate" : "(gate + " + turn + ") % " + count;
        return number + " * " + apart;
    }
}
