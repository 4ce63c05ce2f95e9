package dev.lanewise.processor.model;

import dev.lanewise.runtime.Stepper;

/** What the tests call of an encoder that reads from left to right only. */
public interface SteppedEncoder extends VectorEncoder {

    Stepper stepper();
}
