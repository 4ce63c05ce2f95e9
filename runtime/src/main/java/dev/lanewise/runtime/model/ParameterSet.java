package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parameters of a model, in the order of the declaration, which is the order of PyTorch's state dict. */
public final class ParameterSet {

    private final Sizes sizes;
    private final List<Parameter> parameters;
    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    /** Parameters of zeros. */
    public ParameterSet(ModelSpec spec, Sizes sizes) {
        this.sizes = sizes;
        List<Parameter> list = new ArrayList<>();
        for (ParameterSpec parameter : spec.parameters()) {
            Parameter made = new Parameter(parameter, sizes);
            list.add(made);
            byName.put(parameter.name(), made);
        }
        this.parameters = List.copyOf(list);
    }

    /** The sizes that the data decided. */
    public Sizes sizes() {
        return sizes;
    }

    /** The parameters in order. */
    public List<Parameter> all() {
        return parameters;
    }

    /**
     * The parameter of a state-dict name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public Parameter get(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter is called " + name + "; there are " + byName.keySet());
        }
        return parameter;
    }

    /** The live, padded values of a parameter. */
    public float[] values(String name) {
        return get(name).values();
    }

    /** Number of learnable numbers. */
    public long size() {
        return parameters.stream().mapToLong(Parameter::size).sum();
    }

    /** Copies every value from another set of the same shape. */
    public void copyFrom(ParameterSet other) {
        for (int i = 0; i < parameters.size(); i++) {
            float[] from = other.parameters.get(i).values();
            System.arraycopy(from, 0, parameters.get(i).values(), 0, from.length);
        }
    }
}
