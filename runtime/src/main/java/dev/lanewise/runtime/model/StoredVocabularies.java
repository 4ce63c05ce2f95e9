package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.file.TensorFile;
import dev.lanewise.runtime.file.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vocabularies and the tags of the heads in the metadata of a model file: checked first, made afterwards. */
final class StoredVocabularies {

    private static final String VOCABULARY = "lanewise.vocabulary.";
    private static final String LEARNED = "lanewise.learned.";
    private static final String TAGS = "lanewise.tags";

    /** More characters than a number of entries has. */
    private static final int LONGEST_NUMBER = 12;

    private static final int LONGEST_NAME = 1 << 10;

    /** What a byte of a vocabulary becomes at the most: 160 bytes a word, of which the shortest has six in the file. */
    private static final int MOST_OF_A_BYTE = 27;

    /** Entries that are learned where no vectors were read. */
    private static final int ALL = -1;

    private final ModelFile file;
    private final ModelSpec spec;
    private final TensorFile content;
    private final Map<String, Vocabulary> made = new LinkedHashMap<>();
    private final List<Integer> lookups = new ArrayList<>();
    private final List<String> heads = new ArrayList<>();
    private final List<Integer> tags = new ArrayList<>();

    /**
     * Those of a file, of which nothing is read yet.
     *
     * @param file makes the errors
     */
    StoredVocabularies(ModelFile file, ModelSpec spec, TensorFile content) {
        this.file = file;
        this.spec = spec;
        this.content = content;
    }

    /** Checks the vocabularies, and how many tags the heads have. */
    void checkSizes(List<? extends HeadType<?, ?>> types) {
        for (LookupSpec lookup : spec.features().lookups()) {
            lookups.add(checkVocabulary(lookup));
        }
        for (HeadType<?, ?> type : types) {
            heads.add(type.of());
            tags.add(checkTags(type));
        }
    }

    /** Checks the names of the tags, where not any would do. */
    void checkNames(List<? extends HeadType<?, ?>> types) {
        for (int head = 0; head < types.size(); head++) {
            if (!types.get(head).tags().takesAny()) {
                checkNames(types.get(head), tags.get(head));
            }
        }
    }

    /** How many rows a parameter has by what is stored. */
    int rows(ParameterSpec parameter) {
        return parameter.rowCount(lookups, tags);
    }

    /** How many entries the vocabulary of a lookup table has, the unknown one included. */
    int entries(int lookup) {
        return lookups.get(lookup);
    }

    /** How many tags a head has. */
    int tagCount(int head) {
        return tags.get(head);
    }

    /** All of them. */
    Vocabularies make() {
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        for (LookupSpec lookup : spec.features().lookups()) {
            Vocabulary early = made.get(lookup.name());
            all.put(lookup.name(), early == null ? vocabulary(lookup) : early);
        }
        Vocabularies named = new Vocabularies(all, Map.of());
        for (String of : heads) {
            named = named.withTags(of, content.strings(tagsKey(of)));
        }
        return named;
    }

    /**
     * Checks a vocabulary; returns how many entries it has, the unknown one included. One that takes less than the file is made at once,
     * so that a program that starts reads it once.
     */
    private int checkVocabulary(LookupSpec lookup) {
        String key = file.required(VOCABULARY + lookup.name());
        if (content.headerBytes() <= content.size() / MOST_OF_A_BYTE) {
            Vocabulary vocabulary = vocabulary(lookup);
            made.put(lookup.name(), vocabulary);
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
            throw file.damaged("its metadata " + LEARNED + lookup.name(), e);
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
        String key = file.required(tagsKey(type.of()));
        int count = content.checkStrings(key, 0, Integer.MAX_VALUE);
        if (count == 0) {
            throw file.damaged("its metadata " + key, new IllegalArgumentException("there are no tags"));
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
            throw file.refused(spec.parameters().isEmpty() ? e : type.refused(e));
        }
    }

    private static String tagsKey(String of) {
        return of.isEmpty() ? TAGS : TAGS + "." + of;
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
            throw file.damaged("its metadata " + VOCABULARY + lookup.name(), e);
        }
    }

    /** Adds those of a model to the metadata of its file. */
    static void write(ModelSpec spec, Vocabularies vocabularies, Map<String, String> metadata) {
        for (LookupSpec lookup : spec.features().lookups()) {
            Vocabulary vocabulary = vocabularies.get(lookup.name());
            metadata.put(VOCABULARY + lookup.name(), Json.writeStrings(vocabulary.words()));
            if (vocabulary.hasVectors()) {
                metadata.put(LEARNED + lookup.name(), "" + vocabulary.learned());
            }
        }
        vocabularies.heads().forEach((of, tags) -> metadata.put(tagsKey(of), Json.writeStrings(tags)));
    }
}
