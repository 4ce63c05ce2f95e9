package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gradients of all parameters of a model. */
public final class GradientSet {

    private final List<Gradient> gradients;

    /** The same, which is read for every parameter of every step. */
    private final Gradient[] array;

    private final Map<String, Gradient> byName = new LinkedHashMap<>();

    /** Gradients of zero. */
    public GradientSet(ParameterSet parameters) {
        List<Gradient> list = new ArrayList<>();
        for (Parameter parameter : parameters.all()) {
            Gradient made = new Gradient(parameter);
            list.add(made);
            byName.put(parameter.name(), made);
        }
        this.gradients = List.copyOf(list);
        this.array = list.toArray(new Gradient[0]);
    }

    /** The gradients in the order of the parameters. */
    public List<Gradient> all() {
        return gradients;
    }

    /**
     * The gradient of a parameter.
     *
     * @throws IllegalArgumentException if no parameter has that name; the message lists the names
     */
    public Gradient get(String name) {
        Gradient gradient = byName.get(name);
        if (gradient == null) {
            throw new IllegalArgumentException("no parameter is called " + name + "; there are " + byName.keySet());
        }
        return gradient;
    }

    /** How many there are. */
    public int size() {
        return array.length;
    }

    /** The gradient of the parameter at an index. */
    public Gradient at(int index) {
        return array[index];
    }

    /** Does what is left to do of {@link #clear}, before threads share ranges of gradients. */
    public void settle() {
        for (Gradient gradient : array) {
            gradient.settle();
        }
    }

    /** Sets all to zero. */
    public void clear() {
        for (Gradient gradient : array) {
            gradient.clear();
        }
    }
}
