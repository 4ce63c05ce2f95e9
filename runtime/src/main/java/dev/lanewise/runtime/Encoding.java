package dev.lanewise.runtime;

/**
 * What an encoder gives for a whole sequence: PyTorch's {@code output, (h_n, c_n)} of an LSTM, or {@code output, h_n} of a GRU.
 *
 * @param outputs the last layer's hidden states, {@code [time][directions x hidden]}
 * @param state the state after the sequence
 */
public record Encoding(float[][] outputs, EncoderState state) {}
