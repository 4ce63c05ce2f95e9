package dev.lanewise.runtime.model;

import java.nio.file.Path;
import java.util.List;

/**
 * A generated encoder as the runtime sees it.
 *
 * @param <M> the generated class
 * @param spec its declaration
 * @param maker makes its parts
 */
public record EncoderType<M>(ModelSpec spec, ModelMaker<EncoderCore, M> maker) {

    /** An encoder has neither vocabularies nor tags. */
    public static final Sizes SIZES = new Sizes(List.of(), List.of());

    /** A model of given parameters, which must not change afterwards. */
    public M of(ParameterSet parameters) {
        return maker.model(new EncoderCore(spec, parameters, maker.network(parameters)));
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
