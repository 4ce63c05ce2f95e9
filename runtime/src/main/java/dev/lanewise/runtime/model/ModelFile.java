package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.json.Json;
import dev.lanewise.runtime.file.json.JsonException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model in a {@code .safetensors} file: the parameters under their state-dict names, and in the metadata the vocabularies,
 * the tags and the declaration.
 */
public final class ModelFile {

    private static final String FORMAT = "lanewise.format";
    private static final String VERSION = "1";
    private static final String DECLARATION = "lanewise.declaration";
    private static final String FINGERPRINT = "lanewise.fingerprint";
    private static final String VOCABULARY = "lanewise.vocabulary.";
    private static final String LEARNED = "lanewise.learned.";
    private static final String TAGS = "lanewise.tags";

    private final Path file;
    private final ModelSpec spec;
    private final SafeTensors content;

    private ModelFile(Path file, ModelSpec spec, SafeTensors content) {
        this.file = file;
        this.spec = spec;
        this.content = content;
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws ModelFormatException if it is damaged or not such a file
     */
    public static ModelFile read(Path file, ModelSpec spec) {
        ModelFile stored = readStateDict(file, spec);
        if (!stored.content.metadata().containsKey(FORMAT)) {
            throw new ModelFormatException(
                    file,
                    "it holds tensors but no vocabularies and tags",
                    "load it with load(file, vocabularies), or save it from the model that trained it");
        }
        return stored;
    }

    /** Reads a file of which only the tensors count. */
    static ModelFile readStateDict(Path file, ModelSpec spec) {
        ModelFile stored = new ModelFile(file, spec, SafeTensors.read(file));
        stored.checkVersion();
        return stored;
    }

    private void checkVersion() {
        String version = content.metadata().getOrDefault(FORMAT, VERSION);
        if (!version.equals(VERSION)) {
            throw new ModelFormatException(
                    file, "it has the format " + version + ", this program reads " + VERSION, "update Lanewise");
        }
    }

    /** The vocabularies in the metadata. */
    public Vocabularies vocabularies() {
        Map<String, Vocabulary> lookups = new LinkedHashMap<>();
        spec.features().lookups().forEach(lookup -> lookups.put(lookup.name(), vocabulary(lookup)));
        try {
            return new Vocabularies(lookups, strings(TAGS));
        } catch (IllegalArgumentException e) {
            throw damaged("its metadata " + TAGS, e);
        }
    }

    private Vocabulary vocabulary(LookupSpec lookup) {
        String key = VOCABULARY + lookup.name();
        try {
            String learned = content.metadata().get(LEARNED + lookup.name());
            Vocabulary vocabulary = learned == null
                    ? Vocabulary.of(strings(key), lookup.unknown())
                    : Vocabulary.ofVectors(strings(key), lookup.unknown(), Integer.parseInt(learned));
            return lookup.kind() == LookupKind.CHARACTER ? vocabulary.requireCharacters() : vocabulary;
        } catch (IllegalArgumentException e) {
            throw damaged("its metadata " + key, e);
        }
    }

    private List<String> strings(String key) {
        String json = content.metadata().get(key);
        if (json == null) {
            throw new ModelFormatException(
                    file, "its metadata lacks " + key + ", which " + spec.name() + " needs", other());
        }
        try {
            return Json.readStrings(json);
        } catch (JsonException e) {
            throw damaged("its metadata " + key, e);
        }
    }

    private String other() {
        String declaration = content.metadata().get(DECLARATION);
        return declaration == null
                ? "load it with the interface it was trained with"
                : "load it with the interface it was trained with, " + declaration;
    }

    /** The tags, checked against those that the declaration fixes. */
    public <T> TagSet<T> tags(TagSet<T> declared, List<String> stored) {
        try {
            return declared.of(stored);
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, "@Linear: " + e.getMessage(), other());
        }
    }

    /** Makes a model, whose heads look at the names of their tags. */
    <M> M accept(Supplier<M> model) {
        try {
            return model.get();
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file, String.valueOf(e.getMessage()), other());
        }
    }

    /** The parameters, every one of them checked before a number is copied. */
    ParameterSet parameters(Sizes sizes) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        content.tensors().forEach(tensor -> tensors.put(tensor.name(), tensor));
        for (ParameterSpec parameter : spec.parameters()) {
            check(parameter, tensors.remove(parameter.name()), parameter.shape(sizes));
        }
        checkDeclaration(tensors.keySet());
        ParameterSet parameters = new ParameterSet(spec, sizes);
        parameters
                .all()
                .forEach(parameter ->
                        parameter.set(content.tensor(parameter.name()).values()));
        return parameters;
    }

    /**
     * The tensors of a model that has no parameters to learn, which are all that the file may hold.
     *
     * @throws ModelFormatException if one is missing, there are others, or the file is of another declaration
     */
    public List<Tensor> tensors(List<String> names) {
        Set<String> others = new LinkedHashSet<>();
        content.tensors().forEach(tensor -> others.add(tensor.name()));
        names.forEach(others::remove);
        checkDeclaration(others);
        return names.stream().map(content::tensor).toList();
    }

    /**
     * The error of a tensor whose numbers cannot be what was written.
     *
     * @param what what cannot be read, such as {@code the tensor hmm.emissions}
     * @param cause says what is wrong with it
     */
    public ModelFormatException damaged(String what, RuntimeException cause) {
        return new ModelFormatException(file, what + " is damaged: " + cause.getMessage(), "save the model again");
    }

    private void checkDeclaration(Collection<String> undeclared) {
        if (!undeclared.isEmpty()) {
            throw new ModelFormatException(
                    file,
                    "it has the tensor " + undeclared.iterator().next() + ", which no annotation of " + spec.name()
                            + " declares",
                    other());
        }
        String fingerprint = content.metadata().getOrDefault(FINGERPRINT, spec.fingerprint());
        if (!fingerprint.equals(spec.fingerprint())) {
            throw new ModelFormatException(
                    file, "it was trained with another declaration than " + spec.declaration(), other());
        }
    }

    private void check(ParameterSpec parameter, @Nullable Tensor tensor, List<Integer> shape) {
        String who = parameter.annotation() + " of " + spec.name();
        if (tensor == null) {
            throw new ModelFormatException(
                    file, "the tensor " + parameter.name() + " of " + who + " is missing", other());
        }
        if (!tensor.shape().equals(shape)) {
            throw new ModelFormatException(
                    file,
                    "the tensor " + parameter.name() + " has the shape " + tensor.shape() + ", but " + who + " needs "
                            + shape,
                    other());
        }
    }

    /** Writes a model, whole or not at all. */
    static void write(
            Path file, ModelSpec spec, Vocabularies vocabularies, List<String> tags, ParameterSet parameters) {
        List<Tensor> tensors = new ArrayList<>();
        parameters.all().forEach(p -> tensors.add(new Tensor(p.name(), p.shape(), p.copy())));
        write(file, spec, vocabularies, tags, tensors);
    }

    /** Writes a model of these tensors, whole or not at all. */
    public static void write(
            Path file, ModelSpec spec, Vocabularies vocabularies, List<String> tags, List<Tensor> tensors) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, VERSION);
        metadata.put(DECLARATION, spec.declaration());
        metadata.put(FINGERPRINT, spec.fingerprint());
        for (LookupSpec lookup : spec.features().lookups()) {
            Vocabulary vocabulary = vocabularies.get(lookup.name());
            metadata.put(VOCABULARY + lookup.name(), Json.writeStrings(vocabulary.words()));
            if (vocabulary.hasVectors()) {
                metadata.put(LEARNED + lookup.name(), "" + vocabulary.learned());
            }
        }
        if (!tags.isEmpty()) {
            metadata.put(TAGS, Json.writeStrings(tags));
        }
        SafeTensors.of(metadata, tensors).write(file);
    }
}
