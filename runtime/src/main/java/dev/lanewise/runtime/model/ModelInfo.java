package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabularies;
import java.util.List;

/**
 * What a model consists of.
 *
 * @param name the interface's simple name
 * @param declaration the annotations in full
 * @param layers the layers in order
 * @param tensors the parameters in state-dict order
 * @param vocabularies the vocabularies of the lookup tables, and the tags
 */
public record ModelInfo(
        String name, String declaration, List<LayerSpec> layers, List<TensorInfo> tensors, Vocabularies vocabularies) {

    /**
     * One parameter.
     *
     * @param name its state-dict name
     * @param annotation the annotation that declares it
     * @param shape its shape
     * @param size the number of its learnable numbers
     */
    public record TensorInfo(String name, String annotation, List<Integer> shape, long size) {}

    /** Copies the lists. */
    public ModelInfo {
        layers = List.copyOf(layers);
        tensors = List.copyOf(tensors);
    }

    /** The number of learnable numbers. */
    public long size() {
        return tensors.stream().mapToLong(TensorInfo::size).sum();
    }

    static ModelInfo of(ModelSpec spec, Vocabularies vocabularies, ParameterSet parameters) {
        List<TensorInfo> tensors = parameters.all().stream()
                .map(p -> new TensorInfo(p.name(), p.spec().annotation(), p.shape(), p.size()))
                .toList();
        return new ModelInfo(spec.name(), spec.declaration(), spec.layers(), tensors, vocabularies);
    }
}
