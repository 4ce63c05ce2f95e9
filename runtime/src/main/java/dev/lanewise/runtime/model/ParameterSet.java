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
        this(sizes, zeros(spec, sizes));
    }

    private ParameterSet(Sizes sizes, List<Parameter> parameters) {
        this.sizes = sizes;
        this.parameters = List.copyOf(parameters);
        for (Parameter parameter : parameters) {
            byName.put(parameter.name(), parameter);
        }
    }

    private static List<Parameter> zeros(ModelSpec spec, Sizes sizes) {
        List<Parameter> zeros = new ArrayList<>();
        for (ParameterSpec parameter : spec.parameters()) {
            zeros.add(new Parameter(parameter, sizes));
        }
        return zeros;
    }

    /** Zeros in the shapes of this set; rows that are not learned have the values of this set. */
    public ParameterSet another() {
        List<Parameter> others = new ArrayList<>();
        for (Parameter parameter : parameters) {
            others.add(new Parameter(parameter));
        }
        return new ParameterSet(sizes, others);
    }

    /** The same values apart from this set. */
    public ParameterSet copy() {
        ParameterSet copy = another();
        copy.copyFrom(this);
        return copy;
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

    /** Copies what is learned from a set that was made of this one, or the reverse; all other rows are the same in both. */
    public void copyFrom(ParameterSet other) {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).copyLearned(other.parameters.get(i));
        }
    }
}
