package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.Encoder;
import dev.lanewise.annotation.Input;
import dev.lanewise.annotation.Lstm;

/** Workload W4: one LSTM layer from 512 numbers to 512. */
@Encoder
@Input(dim = 512)
@Lstm(hidden = 512)
public interface WideEncoder {

    /** All hidden states, {@code [time][512]}. */
    float[][] encode(float[][] inputs);

    /** All hidden states, written to {@code [time][512]}. */
    void encode(float[][] inputs, float[][] into);
}
