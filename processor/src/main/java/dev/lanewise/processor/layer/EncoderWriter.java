package dev.lanewise.processor.layer;

import dev.lanewise.processor.plan.EncoderPlan;
import dev.lanewise.processor.plan.Gru;
import dev.lanewise.processor.plan.Lstm;
import dev.lanewise.processor.plan.Registry;

/**
 * Writes one recurrent layer over the words, in one or both directions. Its hidden states go to the target, the directions side
 * by side; where sequences can start from a state of their own, it loads that state into its runs and announces them with
 * {@link ModelParts#carried}.
 */
public interface EncoderWriter {

    /** The registry: one line for each kind of encoder, made from its plan and from whether its state can be given. */
    Registry<EncoderPlan, Boolean, EncoderWriter> REGISTRY = new Registry<EncoderPlan, Boolean, EncoderWriter>()
            .with(Lstm.class, RecurrentWriter::of)
            .with(Gru.class, RecurrentWriter::of);

    /**
     * Writes the layer.
     *
     * @param input the matrix that it reads; it adds to that one's gradient
     * @param target where its hidden states go
     * @param dropout what is dropped from step to step while training
     */
    void write(Target input, Target target, RecurrentDropout dropout, ModelParts parts);
}
