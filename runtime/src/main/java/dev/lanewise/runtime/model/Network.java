package dev.lanewise.runtime.model;

import java.util.List;

/** The numeric half of a generated model: its parameters in the layouts that its kernels read. */
public interface Network {

    /** What is derived from the parameters. */
    List<Packed> packed();

    /** Rebuilds what is derived from the parameters; to be called after every change of them. */
    default void repack() {
        for (int i = 0; i < packed().size(); i++) {
            packed().get(i).repack();
        }
    }

    /** A set of buffers in which one thread at a time runs the model. */
    Pass newPass();

    /** How many numbers the model computes of a word alone; see {@link Pass#tokenSize}. */
    default int tokenSize() {
        return 0;
    }
}
