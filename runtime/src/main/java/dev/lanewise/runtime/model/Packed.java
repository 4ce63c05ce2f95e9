package dev.lanewise.runtime.model;

/** What a network derives from parameters, such as weights in the layout that its kernels read. */
public interface Packed {

    /** Rebuilds everything. */
    void repack();

    /** Says that a backward pass will be made: from now on what it reads is rebuilt too. */
    default void learn() {}

    /** How many parts it can be rebuilt in; they are independent of each other, so threads can share them. Default one. */
    default int parts() {
        return 1;
    }

    /** Rebuilds a part, from 0. */
    default void repack(int part) {
        repack();
    }
}
