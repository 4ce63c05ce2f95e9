package dev.lanewise.runtime.model;

/**
 * Makes the parts of a generated model.
 *
 * @param <C> the runtime's half of a model
 * @param <M> the generated class
 */
public interface ModelMaker<C, M> {

    /** The numeric half of a model with these parameters. */
    Network network(ParameterSet parameters);

    /** The model around the runtime's half of it. */
    M model(C core);
}
