package dev.lanewise.processor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model ready to be written: all layers with their sizes and parameters.
 *
 * @param declaration the annotations in full, in order
 * @param lookups the tables that words are looked up in, in order
 * @param features what is joined to the first encoder layer's input
 * @param encoder the recurrent layers from bottom to top
 * @param heads what turns its states into tags; none for an encoder
 * @param dropout what is dropped while training
 */
public record ModelPlan(
        String declaration,
        List<LookupPlan> lookups,
        List<FeaturePlan> features,
        List<EncoderPlan> encoder,
        List<HeadPlan> heads,
        DropoutPlan dropout) {

    /** Copies the lists. */
    public ModelPlan {
        lookups = List.copyOf(lookups);
        features = List.copyOf(features);
        encoder = List.copyOf(encoder);
        heads = List.copyOf(heads);
    }

    /** All layers in the order of the declaration. */
    public List<LayerPlan> layers() {
        List<LayerPlan> all = new ArrayList<>(features);
        all.addAll(encoder);
        heads.forEach(head -> all.addAll(head.layers()));
        return all;
    }

    /** All parameters in state-dict order. */
    public List<ParameterPlan> parameters() {
        return layers().stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** The dense input, if that is what the model reads. */
    public Optional<Input> input() {
        return features.stream()
                .filter(Input.class::isInstance)
                .map(Input.class::cast)
                .findFirst();
    }

    /** The lowest layer of the encoder. */
    public EncoderPlan bottom() {
        return encoder.get(0);
    }

    /** The topmost layer of the encoder. */
    public EncoderPlan top() {
        return encoder.get(encoder.size() - 1);
    }

    /** The layout of the encoder's output: the directions of the topmost layer side by side. */
    public Width encoded() {
        return new Width(top().outputs(), top().hidden().lanes());
    }
}
