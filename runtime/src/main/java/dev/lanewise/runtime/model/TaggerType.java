package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A generated tagger as the runtime sees it.
 *
 * @param <T> the type of a tag
 * @param <M> the generated class
 * @param spec its declaration
 * @param heads its heads, with their tags as far as the declaration fixes them
 * @param maker makes its parts
 */
public record TaggerType<T, M>(ModelSpec spec, Heads<T> heads, ModelMaker<TaggerCore<T>, M> maker) {

    /** A tagger with one head, whose tags are what it gives. */
    public TaggerType(ModelSpec spec, TagSet<T> tags, ModelMaker<TaggerCore<T>, M> maker) {
        this(spec, Heads.only(tags), maker);
    }

    /** A model of given parameters, which must not change afterwards. */
    public M of(Vocabularies vocabularies, Heads<T> known, ParameterSet parameters) {
        return maker.model(core(vocabularies, known, parameters));
    }

    /** What such a model does, without its generated class. */
    public TaggerCore<T> core(Vocabularies vocabularies, Heads<T> known, ParameterSet parameters) {
        return new TaggerCore<>(spec, vocabularies, known, parameters, maker.network(parameters));
    }

    /** The sizes that vocabularies and tags decide. */
    public Sizes sizes(Vocabularies vocabularies, Heads<?> known) {
        List<Integer> lookups = new ArrayList<>();
        for (Vocabulary vocabulary : spec.features().vocabularies(vocabularies)) {
            lookups.add(vocabulary.size());
        }
        return new Sizes(lookups, known.names());
    }

    /**
     * Reads a model file.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if it is damaged or of another declaration
     */
    public M load(Path file) {
        try (ModelFile stored = ModelFile.read(file, spec, heads)) {
            return build(stored, stored.vocabularies());
        }
    }

    /**
     * Reads a state dict without vocabularies, such as PyTorch saves.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if it is damaged or of another declaration
     */
    public M load(Path file, Vocabularies vocabularies) {
        try (ModelFile stored = ModelFile.readStateDict(file, spec)) {
            return build(stored, vocabularies);
        }
    }

    private M build(ModelFile stored, Vocabularies vocabularies) {
        try {
            Heads<T> known = heads.of(vocabularies);
            return of(vocabularies, known, stored.parameters(sizes(vocabularies, known)));
        } catch (IllegalArgumentException e) {
            // Heads look at the names of their tags.
            throw stored.refused(e);
        }
    }
}
