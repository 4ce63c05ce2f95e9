package dev.lanewise.processor.model;

import dev.lanewise.runtime.Encoding;
import dev.lanewise.runtime.LstmState;

/** What the tests call of an encoder; the interfaces that they compile extend it. */
public interface VectorEncoder {

    float[][] encode(float[][] inputs);

    Encoding encode(float[][] inputs, LstmState state);
}
