package dev.lanewise.processor.layer;

import dev.lanewise.processor.plan.CharCnn;
import dev.lanewise.processor.plan.CharLstm;
import dev.lanewise.processor.plan.Embedding;
import dev.lanewise.processor.plan.FeaturePlan;
import dev.lanewise.processor.plan.Input;
import dev.lanewise.processor.plan.Registry;

/** Writes what fills some columns of the features: forward, and backward to the feature's own parameters. */
public interface FeatureWriter {

    /** The registry: one line for each kind of feature, made from its plan and from where its numbers go. */
    Registry<FeaturePlan, Target, FeatureWriter> REGISTRY = new Registry<FeaturePlan, Target, FeatureWriter>()
            .with(Input.class, InputWriter::new)
            .with(Embedding.class, EmbeddingWriter::new)
            .with(CharLstm.class, CharLstmWriter::new)
            .with(CharCnn.class, CharCnnWriter::new);

    /** Writes the layer. */
    void write(ModelParts parts);
}
