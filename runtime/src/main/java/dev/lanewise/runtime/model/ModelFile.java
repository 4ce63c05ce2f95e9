package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model in a {@code .safetensors} file: the parameters under their state-dict names, and in the metadata the vocabularies,
 * the tags and the declaration.
 */
public final class ModelFile implements AutoCloseable {

    private static final String FORMAT = "lanewise.format";
    private static final String VERSION = "1";
    private static final String DECLARATION = "lanewise.declaration";
    private static final String FINGERPRINT = "lanewise.fingerprint";
    private static final int MOST_SHOWN = 2000;

    /** More characters than a fingerprint has. */
    private static final int LONGEST_FINGERPRINT = 65;

    private final Path file;
    private final ModelSpec spec;
    private final TensorFile content;
    private final StoredVocabularies vocabularies;
    private boolean checked;

    private ModelFile(Path file, ModelSpec spec, TensorFile content) {
        this.file = file;
        this.spec = spec;
        this.content = content;
        this.vocabularies = new StoredVocabularies(this, spec, content);
    }

    /**
     * Opens a file that {@link #write} wrote, and checks all of it: nothing is made of a file that is of another declaration, lacks
     * something, holds numbers that are not finite, vocabularies that are none or other tags.
     *
     * @param heads the heads with their tags as far as the declaration fixes them
     * @throws ModelFormatException if it is damaged or not such a file
     */
    public static ModelFile read(Path file, ModelSpec spec, Heads<?> heads) {
        ModelFile stored = open(file, spec);
        try {
            stored.check(heads.types());
            return stored;
        } catch (RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    /** Opens a file of which only the tensors count. */
    static ModelFile readStateDict(Path file, ModelSpec spec) {
        return open(file, spec);
    }

    private static ModelFile open(Path file, ModelSpec spec) {
        ModelFile stored = new ModelFile(file, spec, TensorFile.open(file, new TensorOwner(spec)));
        try {
            stored.checkVersion();
            return stored;
        } catch (RuntimeException e) {
            stored.close();
            throw e;
        }
    }

    private void check(List<? extends HeadType<?, ?>> types) {
        if (!content.texts().contains(FORMAT)) {
            throw new ModelFormatException(
                    file,
                    "it holds tensors but no vocabularies and tags",
                    "load it with load(file, vocabularies), or save it from the model that trained it");
        }
        vocabularies.checkSizes(types);
        if (!spec.parameters().isEmpty()) {
            Map<String, List<Integer>> shapes = new LinkedHashMap<>();
            for (ParameterSpec parameter : spec.parameters()) {
                shapes.put(parameter.name(), parameter.shape(vocabularies.rows(parameter)));
            }
            checkTensors(shapes);
        }
        vocabularies.checkNames(types);
    }

    private void checkVersion() {
        String version = content.text(FORMAT, MOST_SHOWN + 1).orElse(VERSION);
        if (!version.equals(VERSION)) {
            throw new ModelFormatException(
                    file, "it has the format " + shown(version) + ", this program reads " + VERSION, "update Lanewise");
        }
    }

    @Override
    public void close() {
        content.close();
    }

    /** How many entries the vocabulary of a lookup table has, the unknown one included. */
    public int entries(int lookup) {
        return vocabularies.entries(lookup);
    }

    /** How many tags a head has, by its number. */
    public int tagCount(int head) {
        return vocabularies.tagCount(head);
    }

    /** The vocabularies and the tags in the metadata. */
    public Vocabularies vocabularies() {
        return vocabularies.make();
    }

    /** The name of a text, if it is there. */
    String required(String key) {
        if (!content.texts().contains(key)) {
            throw new ModelFormatException(
                    file, "its metadata lacks " + key + ", which " + spec.name() + " needs", other());
        }
        return key;
    }

    private String other() {
        return "load it with the interface it was trained with"
                + content.text(DECLARATION, MOST_SHOWN + 1)
                        .map(declaration -> ", " + shown(declaration))
                        .orElse("");
    }

    /** A text of the file as messages show it: not as long as it may be. */
    private static String shown(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    }

    /** The error of something that cannot be made of what the file holds. */
    public ModelFormatException refused(IllegalArgumentException cause) {
        return new ModelFormatException(file, String.valueOf(cause.getMessage()), other());
    }

    /** The parameters, every one of them checked before memory is taken for the first; their numbers go straight to their places. */
    ParameterSet parameters(Sizes sizes) {
        if (!checked) {
            Map<String, List<Integer>> shapes = new LinkedHashMap<>();
            for (ParameterSpec parameter : spec.parameters()) {
                shapes.put(parameter.name(), parameter.shape(sizes));
            }
            checkTensors(shapes);
        }
        ParameterSet parameters = new ParameterSet(spec, sizes);
        for (Parameter parameter : parameters.all()) {
            content.read(
                    parameter.name(), parameter.rows(), parameter.columns(), parameter.values(), parameter.stride());
        }
        return parameters;
    }

    private void checkTensors(Map<String, List<Integer>> shapes) {
        Set<String> others = new LinkedHashSet<>(content.names());
        for (ParameterSpec parameter : spec.parameters()) {
            check(parameter, shapes.getOrDefault(parameter.name(), List.of()));
            others.remove(parameter.name());
        }
        checkDeclaration(others);
        for (ParameterSpec parameter : spec.parameters()) {
            if (parameter.trained()) {
                content.checkFinite(parameter.name());
            } else {
                content.checkCounts(parameter.name());
            }
        }
        checked = true;
    }

    /**
     * Checks a file of a model that has no parameters to learn.
     *
     * @param names the tensors, which are all that the file may hold
     * @throws ModelFormatException if there are others, or the file is of another declaration
     */
    public void checkTensors(List<String> names) {
        Set<String> others = new LinkedHashSet<>(content.names());
        names.forEach(others::remove);
        checkDeclaration(others);
    }

    /**
     * A tensor of a model that has no parameters to learn.
     *
     * @throws ModelFormatException if it is missing or holds numbers that are not finite
     */
    public Tensor tensor(String name) {
        content.checkFinite(name);
        return new Tensor(name, content.shape(name).orElseThrow(), content.values(name));
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
        Optional<String> fingerprint = content.text(FINGERPRINT, LONGEST_FINGERPRINT);
        Optional<String> declaration =
                content.text(DECLARATION, spec.declaration().length() + 1);
        // The same declaration has the same one; a program that has just started is long in computing it.
        boolean same = fingerprint.isEmpty()
                || declaration.equals(Optional.of(spec.declaration()))
                || fingerprint.get().equals(spec.fingerprint());
        if (!same) {
            throw new ModelFormatException(
                    file, "it was trained with another declaration than " + spec.declaration(), other());
        }
    }

    private void check(ParameterSpec parameter, List<Integer> needed) {
        String who = parameter.annotation() + " of " + spec.name();
        Optional<List<Integer>> shape = content.shape(parameter.name());
        if (shape.isEmpty()) {
            throw new ModelFormatException(
                    file, "the tensor " + parameter.name() + " of " + who + " is missing", other());
        }
        if (!shape.get().equals(needed)) {
            throw new ModelFormatException(
                    file,
                    "the tensor " + parameter.name() + " has the shape " + shape.get() + ", but " + who + " needs "
                            + needed,
                    other());
        }
    }

    /** Writes a model, whole or not at all. */
    static void write(Path file, ModelSpec spec, Vocabularies vocabularies, ParameterSet parameters) {
        List<Tensor> tensors = new ArrayList<>();
        parameters.all().forEach(p -> tensors.add(new Tensor(p.name(), p.shape(), p.copy())));
        write(file, spec, vocabularies, tensors);
    }

    /** Writes a model of these tensors, whole or not at all. */
    public static void write(Path file, ModelSpec spec, Vocabularies vocabularies, List<Tensor> tensors) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(FORMAT, VERSION);
        metadata.put(DECLARATION, spec.declaration());
        metadata.put(FINGERPRINT, spec.fingerprint());
        StoredVocabularies.write(spec, vocabularies, metadata);
        SafeTensors.of(metadata, tensors).write(file);
    }
}
