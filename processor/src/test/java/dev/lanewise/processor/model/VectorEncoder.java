package dev.lanewise.processor.model;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.Encoding;

/** What the tests call of an encoder; the interfaces that they compile extend it. */
public interface VectorEncoder {

    float[][] encode(float[][] inputs);

    Encoding encode(float[][] inputs, EncoderState state);
}
