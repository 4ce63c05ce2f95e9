package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.file.Tensor;
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

    /** Reads a file; every number is checked before a table is made of it. */
    static <T, M> M read(Path file, HmmType<T, M> type) {
        try (ModelFile stored = ModelFile.read(file, type.spec(), List.of(Vocabularies.ONLY_HEAD))) {
            stored.checkTensors(List.of(TRANSITIONS, EMISSIONS));
            return read(stored, type);
        }
    }

    private static <T, M> M read(ModelFile stored, HmmType<T, M> type) {
        Tensor emitted = stored.tensor(EMISSIONS);
        check(stored, emitted);
        Vocabularies vocabularies = stored.vocabularies();
        Vocabulary words = vocabularies.get(NAME);
        TagSet<T> tags = tags(stored, type, vocabularies);
        int[] bounds = HmmCounts.transitionBounds(type.order(), tags.size());
        CountTable transitions = table(stored, stored.tensor(TRANSITIONS), bounds);
        CountTable emissions = table(stored, emitted, words.size(), tags.size());
        try {
            HmmCounts counts = new HmmCounts(words, tags.size(), transitions, emissions);
            counts.check(type.order());
            return type.of(counts, tags);
        } catch (IllegalArgumentException e) {
            throw stored.damaged("what it has counted", e);
        }
    }

    private static <T> TagSet<T> tags(ModelFile stored, HmmType<T, ?> type, Vocabularies vocabularies) {
        try {
            return type.tags().of(vocabularies.tags());
        } catch (IllegalArgumentException e) {
            throw stored.refused(e);
        }
    }

    /** Checks how many words and tags there are before any is read: each word has a row at least. */
    private static void check(ModelFile stored, Tensor emissions) {
        try {
            HmmCounts.checkTags(stored.tagCount(0));
        } catch (IllegalArgumentException e) {
            throw stored.damaged("its list of tags", e);
        }
        int words = stored.entries(0) - 1;
        if (words > emissions.values().length) {
            throw stored.damaged("what it has counted", new IllegalArgumentException("word " + words + " has no tag"));
        }
    }

    private static CountTable table(ModelFile stored, Tensor tensor, int... bounds) {
        try {
            return CountTable.of(tensor, bounds);
        } catch (IllegalArgumentException e) {
            throw stored.damaged("the tensor " + tensor.name(), e);
        }
    }

    static ModelInfo info(ModelSpec spec, HmmCounts counts, TagSet<?> tags) {
        List<TensorInfo> tensors = tensors(counts).stream()
                .map(tensor -> new TensorInfo(tensor.name(), "@Hmm", tensor.shape(), tensor.values().length))
                .toList();
        return new ModelInfo(spec.name(), spec.declaration(), spec.layers(), tensors, vocabularies(counts, tags));
    }
}
