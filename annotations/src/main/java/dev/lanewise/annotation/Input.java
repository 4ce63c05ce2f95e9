package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Feature: the model reads dense vectors, {@code float[time][dim]}, just as the caller gives them.
 *
 * <p>It is the only feature of its model: {@link Embedding} and {@link CharLstm} read words and do not go together with it.
 * An {@link Encoder} always has it. It has no parameters and so no tensors in the state dict.
 *
 * <p>PyTorch's equivalent is the {@code input_size} of {@code nn.LSTM}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Input {
    /**
     * Numbers in each vector, 1 to 65536; a sequence with rows of another length is rejected when the model is called.
     *
     * @return the length of each input vector
     */
    int dim();
}
