package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.random.CounterRandom;
import dev.lanewise.runtime.random.TorchRandom;

/** Gives a model its first weights. The same initializer gives the same weights on every machine. */
@FunctionalInterface
public interface Initializer {

    /** Sets every parameter, in the order of the state dict; rows that are not learned need not be set. */
    void fill(ParameterSet parameters);

    /**
     * The very numbers that PyTorch draws after {@code torch.manual_seed(seed)} when the modules are made in the order of the
     * declaration: {@code nn.Embedding} standard normal, {@code nn.LSTM} uniform in ±1/sqrt(hidden), {@code nn.Linear} uniform
     * in ±1/sqrt(inputs).
     */
    static Initializer pytorch(long seed) {
        return pytorch(new TorchRandom(seed));
    }

    /** The same from a generator that may have drawn numbers already, as a program with one seed at its top does. */
    static Initializer pytorch(TorchRandom random) {
        return new PytorchInitializer(random);
    }

    /**
     * Uniform numbers for models trained from scratch on text: lookup tables in ±sqrt(3 / columns), which keeps a word's
     * vector at length one, all else as PyTorch does. Drawn by {@link CounterRandom}, so that a parameter's numbers depend on
     * the seed and its place alone.
     */
    static Initializer uniform(long seed) {
        return new UniformInitializer(seed);
    }
}
