package dev.lanewise.processor.plan;

import java.util.List;

/** One layer with all its sizes: a {@link FeaturePlan}, an {@link EncoderPlan} or of the head. */
public interface LayerPlan {

    /** The annotation as written, attributes in full: {@code @Lstm(hidden = 6)}. */
    String annotation();

    /** The layer's name in the state dict. */
    String name();

    /** The layer's name in generated code. */
    String identifier();

    /** The layer's parameters in state-dict order. */
    List<ParameterPlan> parameters();

    /** Numbers read of every row. */
    int inputs();

    /** Numbers given for every row; 0 where the data decide. */
    int outputs();

    /** Multiply-adds of a forward pass, a word; an estimate of five characters a word. */
    long multiplyAdds();
}
