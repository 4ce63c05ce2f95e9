package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The interface is a bare recurrent encoder: it turns a sequence of vectors into the sequence of the encoder's hidden
 * states.
 *
 * <p>Below it stand one {@link Input} and then at least one {@link Lstm} or {@link Gru}; there is no head.
 *
 * <h2>Methods</h2>
 *
 * The abstract methods say what is to be generated, in any number and combination, inherited ones too:
 *
 * <ul>
 *   <li>{@code float[][] encode(float[][] inputs)}: all hidden states of the last layer, {@code [time][dim]} to {@code
 *       [time][size]}, from a state of zeros; size is the last encoder's hidden, twice that if it is bidirectional
 *   <li>{@code void encode(float[][] inputs, float[][] into)}: the same into the caller's rows, {@code [time][size]}
 *   <li>{@code Encoding encode(float[][] inputs, EncoderState state)}: starts from the given state and returns the hidden
 *       states together with the last state, as {@code nn.LSTM} takes and returns {@code (h, c)}, and {@code nn.GRU}
 *       {@code h}
 *   <li>{@code Stepper stepper()}: one input at a time, the state carried over; not for bidirectional models, whose
 *       right-to-left run needs the whole sequence
 * </ul>
 *
 * <p>An interface {@code Outer.Demo} gives the class {@code Outer_DemoModel} in the same package, public if the interface
 * can be seen from everywhere, otherwise package-private. The interface itself is neither generic, sealed nor private;
 * default and static methods are left alone.
 *
 * <p>PyTorch's equivalent is {@code nn.LSTM(dim, hidden, layers, bidirectional)} or {@code nn.GRU} called with a sequence.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Encoder {}
