package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.ModelFile;
import dev.lanewise.runtime.model.ModelInfo;
import dev.lanewise.runtime.model.ModelInfo.TensorInfo;
import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.TagSet;
import java.nio.file.Path;
import java.util.List;

/** Hidden Markov models in {@code .safetensors} files: the counts as two matrices, words and tags in the metadata. */
final class HmmFile {

    private static final String NAME = "hmm";
    private static final String TRANSITIONS = "hmm.transitions";
    private static final String EMISSIONS = "hmm.emissions";

    private HmmFile() {}

    static void write(Path file, ModelSpec spec, HmmCounts counts, TagSet<?> tags) {
        ModelFile.write(file, spec, vocabularies(counts, tags), tensors(counts));
    }

    private static Vocabularies vocabularies(HmmCounts counts, TagSet<?> tags) {
        return Vocabularies.ofTags(tags.names()).with(NAME, counts.words());
    }

    private static List<Tensor> tensors(HmmCounts counts) {
        return List.of(
                counts.transitions().tensor(TRANSITIONS), counts.emissions().tensor(EMISSIONS));
    }

    /** Reads a file; all of it is checked before a vocabulary or a table is made of it. */
    static <T, M> M read(Path file, HmmType<T, M> type) {
        try (ModelFile stored = ModelFile.read(file, type.spec(), Heads.only(type.tags()))) {
            stored.checkTensors(List.of(TRANSITIONS, EMISSIONS));
            return read(stored, type);
        }
    }

    private static <T, M> M read(ModelFile stored, HmmType<T, M> type) {
        int tags = stored.tagCount(0);
        int words = stored.entries(0);
        checkTags(stored, tags);
        CountTable transitions = table(stored, TRANSITIONS, HmmCounts.transitionBounds(type.order(), tags));
        CountTable emissions = table(stored, EMISSIONS, words, tags);
        try {
            HmmCounts.check(transitions, emissions, words, tags, type.order());
        } catch (IllegalArgumentException e) {
            throw stored.damaged("what it has counted", e);
        }
        Vocabularies vocabularies = stored.vocabularies();
        HmmCounts counts = new HmmCounts(vocabularies.get(NAME), tags, transitions, emissions);
        return type.of(counts, type.tags().of(vocabularies.tags()));
    }

    private static void checkTags(ModelFile stored, int tags) {
        try {
            HmmCounts.checkTags(tags);
        } catch (IllegalArgumentException e) {
            throw stored.damaged("its list of tags", e);
        }
    }

    private static CountTable table(ModelFile stored, String name, int... bounds) {
        Tensor tensor = stored.tensor(name);
        try {
            return CountTable.of(tensor, bounds);
        } catch (IllegalArgumentException e) {
            throw stored.damaged("the tensor " + name, e);
        }
    }

    static ModelInfo info(ModelSpec spec, HmmCounts counts, TagSet<?> tags) {
        List<TensorInfo> tensors = tensors(counts).stream()
                .map(tensor -> new TensorInfo(tensor.name(), "@Hmm", tensor.shape(), tensor.values().length))
                .toList();
        return new ModelInfo(spec.name(), spec.declaration(), spec.layers(), tensors, vocabularies(counts, tags));
    }
}
