package dev.lanewise.runtime.model;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A generated encoder as the runtime sees it.
 *
 * @param <M> the generated class
 * @param spec its declaration
 * @param network makes the numeric half from parameters
 * @param model makes the generated class
 */
public record EncoderType<M>(ModelSpec spec, Function<ParameterSet, Network> network, Function<EncoderCore, M> model) {

    /** An encoder has neither vocabularies nor tags. */
    public static final Sizes SIZES = new Sizes(List.of(), List.of());

    /** A model of given parameters, which must not change afterwards. */
    public M of(ParameterSet parameters) {
        return model.apply(new EncoderCore(spec, parameters, network.apply(parameters)));
    }

    /**
     * Reads a model file or a state dict, such as PyTorch saves.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if it is damaged or of another declaration
     */
    public M load(Path file) {
        try (ModelFile stored = ModelFile.readStateDict(file, spec)) {
            return of(stored.parameters(SIZES));
        }
    }
}
