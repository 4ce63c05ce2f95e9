package dev.lanewise.processor.plan;

import dev.lanewise.processor.plan.LayerPlan.Linear;
import dev.lanewise.processor.plan.LayerPlan.Lstm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model ready to be written: all layers with their sizes, the parameters in state-dict order.
 *
 * @param declaration the annotations in full, in order
 * @param lookups the tables that words are looked up in, in order
 * @param features what is joined to the first LSTM's input; empty for dense input
 * @param input the dense input, if that is what the model reads
 * @param encoder the LSTM layers from bottom to top
 * @param head the affine layer to the tags; absent for an encoder
 * @param parameters all parameters in state-dict order
 * @param dropout what is dropped while training
 */
public record ModelPlan(
        String declaration,
        List<LookupPlan> lookups,
        List<LayerPlan> features,
        Optional<LayerPlan.Input> input,
        List<Lstm> encoder,
        Optional<Linear> head,
        List<ParameterPlan> parameters,
        DropoutPlan dropout) {

    /** Copies the lists. */
    public ModelPlan {
        lookups = List.copyOf(lookups);
        features = List.copyOf(features);
        encoder = List.copyOf(encoder);
        parameters = List.copyOf(parameters);
    }

    /** All layers in the order of the declaration. */
    public List<LayerPlan> layers() {
        List<LayerPlan> all = new ArrayList<>(features);
        input.ifPresent(all::add);
        all.addAll(encoder);
        head.ifPresent(all::add);
        return all;
    }

    /** Whether the number of tags is only known from the data. */
    public boolean learnedTags() {
        return head.isPresent() && !head.get().output().known();
    }

    /** The topmost LSTM. */
    public Lstm top() {
        return encoder.get(encoder.size() - 1);
    }

    /** The layout of the encoder's output: the directions of the topmost LSTM side by side. */
    public Width encoded() {
        return new Width(top().outputs(), top().hidden().lanes());
    }
}
