package dev.lanewise.processor.model;

import dev.lanewise.runtime.lane.Transposer;

/** Makes a JVM old enough for models that have vectors to pack their weights by them, which short trainings are not. */
final class MuchPacked {

    private static final int SIZE = 256;
    private static final int TIMES = 1 << 12;

    private MuchPacked() {}

    /** From now on, in this JVM. */
    static void fromNow() {
        float[] from = new float[SIZE * SIZE];
        float[] to = new float[SIZE * SIZE];
        for (int i = 0; i < TIMES; i++) {
            Transposer.here().transpose(from, 0, SIZE, SIZE, SIZE, to, 0, SIZE);
        }
    }
}
