package dev.lanewise.runtime.model;

import java.util.function.UnaryOperator;

/**
 * Which annotation declares a tensor, as it is said behind the tensor's name; empty for one that none declares.
 *
 * @param spec the declaration
 */
record TensorOwner(ModelSpec spec) implements UnaryOperator<String> {
    @Override
    public String apply(String tensor) {
        for (ParameterSpec parameter : spec.parameters()) {
            if (parameter.name().equals(tensor)) {
                return " (" + parameter.annotation() + " of " + spec.name() + ")";
            }
        }
        return "";
    }
}
