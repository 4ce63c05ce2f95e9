package dev.lanewise.examples.tutorial;

import dev.lanewise.annotation.Encoder;
import dev.lanewise.annotation.Input;
import dev.lanewise.annotation.Lstm;
import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.Encoding;
import dev.lanewise.runtime.Stepper;

/** The tutorial's {@code nn.LSTM(3, 3)}: input size 3, output size 3. */
@Encoder
@Input(dim = 3)
@Lstm(hidden = 3, name = "")
public interface Demo {

    /** Reads a whole sequence, {@code [time][3]}, at once and goes on from a state. */
    Encoding encode(float[][] inputs, EncoderState state);

    /** Reads one input at a time and carries the state over. */
    Stepper stepper();
}
