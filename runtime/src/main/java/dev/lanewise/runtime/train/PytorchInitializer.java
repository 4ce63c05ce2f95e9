package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.Init;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.random.TorchRandom;

/**
 * Draws what PyTorch draws, tensor after tensor.
 *
 * @param random its generator
 */
record PytorchInitializer(TorchRandom random) implements Initializer {

    @Override
    public void fill(ParameterSet parameters) {
        for (Parameter parameter : parameters.all()) {
            float[] values = new float[parameter.learnedRows() * parameter.columns()];
            Init init = parameter.spec().init();
            switch (init.kind()) {
                case NORMAL -> random.normal(values, values.length);
                case UNIFORM -> random.uniform(values, 0, values.length, -init.bound(), init.bound());
                case COUNTED -> {} // zero until the training data are seen
            }
            parameter.setLearned(values);
        }
    }
}
