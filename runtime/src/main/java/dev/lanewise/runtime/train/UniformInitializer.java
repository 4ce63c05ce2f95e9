package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.random.CounterRandom;

/**
 * Draws uniform numbers by the place of each parameter.
 *
 * @param seed what they depend on
 */
record UniformInitializer(long seed) implements Initializer {

    @Override
    public void fill(ParameterSet parameters) {
        for (int p = 0; p < parameters.all().size(); p++) {
            Parameter parameter = parameters.all().get(p);
            boolean table = parameter.spec().sparse();
            float bound = table
                    ? (float) Math.sqrt(3.0 / parameter.columns())
                    : parameter.spec().init().bound();
            float[] values = new float[parameter.learnedRows() * parameter.columns()];
            long key = CounterRandom.key(seed, p, 0);
            for (int i = 0; i < values.length; i++) {
                values[i] = (2 * CounterRandom.uniform(key, i) - 1) * bound;
            }
            parameter.setLearned(values);
        }
    }
}
