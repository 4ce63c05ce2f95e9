package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.TensorFile;
import dev.lanewise.runtime.file.json.Json;
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
    private static final String VOCABULARY = "lanewise.vocabulary.";
    private static final String LEARNED = "lanewise.learned.";
    private static final String TAGS = "lanewise.tags";
    private static final int MOST_SHOWN = 2000;

    /** More characters than a number of entries, and a fingerprint, have. */
    private static final int LONGEST_NUMBER = 12;

    private static final int LONGEST_FINGERPRINT = 65;

    private static final int LONGEST_NAME = 1 << 10;

    /** What a byte of a vocabulary becomes at the most: 160 bytes a word, of which the shortest has six in the file. */
    private static final int MOST_OF_A_BYTE = 27;

    /** Entries that are learned where no vectors were read. */
    private static final int ALL = -1;

    private static final String TAGS_OF = TAGS + ".";

    private final Path file;
    private final ModelSpec spec;
    private final TensorFile content;
    private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
    private List<Integer> lookups = List.of();
    private List<String> heads = List.of();
    private List<Integer> tags = List.of();
    private boolean checked;

    private ModelFile(Path file, ModelSpec spec, TensorFile content) {
        this.file = file;
        this.spec = spec;
        this.content = content;
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
        lookups = new ArrayList<>();
        for (LookupSpec lookup : spec.features().lookups()) {
            lookups.add(checkVocabulary(lookup));
        }
        heads = new ArrayList<>();
        tags = new ArrayList<>();
        for (HeadType<?, ?> type : types) {
            heads.add(type.of());
            tags.add(checkTags(type));
        }
        if (!spec.parameters().isEmpty()) {
            Map<String, List<Integer>> shapes = new LinkedHashMap<>();
            for (ParameterSpec parameter : spec.parameters()) {
                shapes.put(parameter.name(), parameter.shape(parameter.rowCount(lookups, tags)));
            }
            checkTensors(shapes);
        }
        for (int head = 0; head < types.size(); head++) {
            if (!types.get(head).tags().takesAny()) {
                checkNames(types.get(head), tags.get(head));
            }
        }
    }

    /**
     * Checks a vocabulary; returns how many entries it has, the unknown one included. One that takes less than the file is made at once,
     * so that a program that starts reads it once.
     */
    private int checkVocabulary(LookupSpec lookup) {
        String key = required(VOCABULARY + lookup.name());
        if (content.headerBytes() <= content.size() / MOST_OF_A_BYTE) {
            Vocabulary vocabulary = vocabulary(lookup);
            vocabularies.put(lookup.name(), vocabulary);
            return vocabulary.size();
        }
        int longest = lookup.kind() == LookupKind.CHARACTER ? 1 : Integer.MAX_VALUE;
        int size = content.checkStrings(key, 1, longest) + (lookup.unknown() ? 1 : 0);
        try {
            int learned = learned(lookup);
            if (learned != ALL) {
                Vocabulary.checkLearned(learned, size, lookup.unknown());
            }
        } catch (IllegalArgumentException e) {
            throw damaged("its metadata " + LEARNED + lookup.name(), e);
        }
        return size;
    }

    /** The number of entries that are learned where vectors were read. */
    private int learned(LookupSpec lookup) {
        Optional<String> learned = content.text(LEARNED + lookup.name(), LONGEST_NUMBER);
        if (learned.isEmpty()) {
            return ALL;
        }
        int number = Integer.parseInt(learned.get());
        if (number < 0) {
            throw new IllegalArgumentException(number + " entries cannot be learned");
        }
        return number;
    }

    /** Checks the list of tags of a head; returns how many there are. */
    private int checkTags(HeadType<?, ?> type) {
        String key = required(tagsKey(type.of()));
        int count = content.checkStrings(key, 0, Integer.MAX_VALUE);
        if (count == 0) {
            throw damaged("its metadata " + key, new IllegalArgumentException("there are no tags"));
        }
        return count;
    }

    /**
     * Checks the names of the tags of a head, which takes as much as the enum, or for a chain as the square root of its tensor: names
     * that differ behind what is read of them are not refused before they are kept.
     */
    private void checkNames(HeadType<?, ?> type, int count) {
        int most = count;
        int longest = LONGEST_NAME;
        if (!type.tags().isLearned()) {
            most = type.tags().size() + 1;
            for (String name : type.tags().names()) {
                longest = Math.max(longest, name.length() + 1);
            }
        }
        try {
            type.tags().of(content.strings(tagsKey(type.of()), most, longest));
        } catch (IllegalArgumentException e) {
            throw refused(spec.parameters().isEmpty() ? e : type.refused(e));
        }
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
        return lookups.get(lookup);
    }

    /** How many tags a head has, by its number. */
    public int tagCount(int head) {
        return tags.get(head);
    }

    /** The vocabularies and the tags in the metadata. */
    public Vocabularies vocabularies() {
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        for (LookupSpec lookup : spec.features().lookups()) {
            Vocabulary made = vocabularies.get(lookup.name());
            all.put(lookup.name(), made == null ? vocabulary(lookup) : made);
        }
        Vocabularies named = new Vocabularies(all, Map.of());
        for (String of : heads) {
            named = named.withTags(of, content.strings(tagsKey(of)));
        }
        return named;
    }

    private static String tagsKey(String of) {
        return of.isEmpty() ? TAGS : TAGS_OF + of;
    }

    private Vocabulary vocabulary(LookupSpec lookup) {
        List<String> entries = content.strings(VOCABULARY + lookup.name());
        try {
            int learned = learned(lookup);
            Vocabulary vocabulary = learned == ALL
                    ? Vocabulary.of(entries, lookup.unknown())
                    : Vocabulary.ofVectors(entries, lookup.unknown(), learned);
            return lookup.kind() == LookupKind.CHARACTER ? vocabulary.requireCharacters() : vocabulary;
        } catch (IllegalArgumentException e) {
            throw damaged("its metadata " + VOCABULARY + lookup.name(), e);
        }
    }

    private String required(String key) {
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
        for (LookupSpec lookup : spec.features().lookups()) {
            Vocabulary vocabulary = vocabularies.get(lookup.name());
            metadata.put(VOCABULARY + lookup.name(), Json.writeStrings(vocabulary.words()));
            if (vocabulary.hasVectors()) {
                metadata.put(LEARNED + lookup.name(), "" + vocabulary.learned());
            }
        }
        vocabularies.heads().forEach((of, tags) -> metadata.put(tagsKey(of), Json.writeStrings(tags)));
        SafeTensors.of(metadata, tensors).write(file);
    }
}
