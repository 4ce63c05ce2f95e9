package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gradients of all parameters of a model. */
public final class GradientSet {

    private final List<Gradient> gradients;
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

    /** The gradient of the parameter at an index. */
    public Gradient at(int index) {
        return gradients.get(index);
    }

    /** Sets all to zero. */
    public void clear() {
        for (int i = 0; i < gradients.size(); i++) {
            gradients.get(i).clear();
        }
    }
}
