package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.data.VectorCoverage;
import dev.lanewise.runtime.data.Vectors;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.LookupSpec;
import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tables begin with vectors from files. */
final class Pretraining {

    private final ModelSpec spec;
    private final Map<String, Vectors> byTable = new LinkedHashMap<>();

    Pretraining(ModelSpec spec) {
        this.spec = spec;
    }

    /**
     * Says what a table begins with.
     *
     * @throws IllegalArgumentException if there is no such table of words, or its vectors have another length
     */
    void add(String table, Vectors vectors) {
        List<String> tables = spec.features().lookups().stream()
                .filter(lookup -> lookup.kind() == LookupKind.WORD)
                .map(LookupSpec::name)
                .toList();
        if (!tables.contains(table)) {
            throw new IllegalArgumentException("no @Embedding of " + spec.name() + " is called " + table
                    + "; there are " + tables + ", and vectors go into one of them");
        }
        ParameterSpec parameter = spec.parameters().stream()
                .filter(each -> each.name().equals(weight(table)))
                .findFirst()
                .orElseThrow();
        if (parameter.columns() != vectors.dim()) {
            throw new IllegalArgumentException(
                    parameter.annotation() + " " + table + " of " + spec.name() + " has dim = "
                            + parameter.columns() + ", but the vectors of " + vectors.file() + " have " + vectors.dim()
                            + " numbers: set dim = " + vectors.dim() + ", or read other vectors");
        }
        byTable.put(table, vectors);
    }

    /** How many of the words that each table is asked for in examples have a vector. */
    <T> Map<String, VectorCoverage> coverage(List<Example<T>> examples) {
        FeatureSpec features = spec.features();
        Map<String, VectorCoverage> coverage = new LinkedHashMap<>();
        for (LookupSpec lookup : features.lookups()) {
            Vectors vectors = byTable.get(lookup.name());
            if (vectors != null) {
                coverage.put(
                        lookup.name(),
                        vectors.coverage(() -> examples.stream()
                                .flatMap(each -> features.texts(each.sequence(), lookup.column()).stream())
                                .iterator()));
            }
        }
        return coverage;
    }

    /** The learned vocabularies, with the words of the files. */
    Vocabularies extend(Vocabularies learned) {
        Vocabularies all = learned;
        for (Map.Entry<String, Vectors> each : byTable.entrySet()) {
            Vocabulary own = learned.get(each.getKey());
            Vectors vectors = each.getValue();
            all = all.with(each.getKey(), own.with(vectors, vectors.isFrozen()));
        }
        return all;
    }

    /** Says which rows are learned; to be called before first values are drawn and gradients are made. */
    void keep(ParameterSet parameters, Vocabularies vocabularies) {
        for (String table : byTable.keySet()) {
            parameters.get(weight(table)).keepFrom(vocabularies.get(table).learned());
        }
    }

    /** Puts the vectors in, after first values have been drawn for the words that have none. */
    void fill(ParameterSet parameters, Vocabularies vocabularies) {
        for (Map.Entry<String, Vectors> each : byTable.entrySet()) {
            String table = each.getKey();
            Vectors vectors = each.getValue();
            Parameter parameter = parameters.get(weight(table));
            Vocabulary vocabulary = vocabularies.get(table);
            int first = vocabulary.hasUnknown() ? 1 : 0;
            for (int id = first; id < vocabulary.size(); id++) {
                vectors.copy(vocabulary.word(id), parameter.values(), id * parameter.stride());
            }
        }
    }

    private static String weight(String table) {
        return table + ".weight";
    }
}
