package dev.lanewise.examples.benchmarks.model;

import dev.lanewise.annotation.Encoder;
import dev.lanewise.annotation.Input;
import dev.lanewise.annotation.Lstm;

/** LSTM layers of growing size, each with as many inputs as units. */
public interface Hidden {

    /** 32 units. */
    @Encoder
    @Input(dim = 32)
    @Lstm(hidden = 32)
    interface Of32 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }

    /** 64 units. */
    @Encoder
    @Input(dim = 64)
    @Lstm(hidden = 64)
    interface Of64 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }

    /** 128 units. */
    @Encoder
    @Input(dim = 128)
    @Lstm(hidden = 128)
    interface Of128 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }

    /** 256 units. */
    @Encoder
    @Input(dim = 256)
    @Lstm(hidden = 256)
    interface Of256 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }

    /** 512 units. */
    @Encoder
    @Input(dim = 512)
    @Lstm(hidden = 512)
    interface Of512 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }

    /** 1024 units. */
    @Encoder
    @Input(dim = 1024)
    @Lstm(hidden = 1024)
    interface Of1024 {
        /** All hidden states. */
        float[][] encode(float[][] inputs);
    }
}
