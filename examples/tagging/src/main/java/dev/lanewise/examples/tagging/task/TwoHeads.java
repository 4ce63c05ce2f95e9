package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.examples.tagging.model.PosXposTaggerModel;
import dev.lanewise.examples.tagging.model.TagPair;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Example;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The interface with two heads, whose tags are pairs; the best epoch is chosen by the mean of both accuracies. */
final class TwoHeads implements Declaration {

    @Override
    public TaskModel train(ModelNotes notes, Training training) {
        return model(
                notes,
                training.recipe()
                        .set(PosXposTaggerModel.trainer(), training.train().size())
                        .development(pairs(training.dev()))
                        .listener(training.listener())
                        .fit(pairs(training.train())));
    }

    @Override
    public TaskModel load(ModelNotes notes, Path file, @Nullable PartsOfSpeech pos) {
        return model(notes, PosXposTaggerModel.load(file));
    }

    private static TaskModel model(ModelNotes notes, PosXposTaggerModel model) {
        PosXposTaggerModel shared = model.withThreads(Runtime.getRuntime().availableProcessors());
        return new TaskModel(notes, new Texts(shared), shared::info, shared::save);
    }

    private static List<Example<TagPair>> pairs(List<Example<String>> examples) {
        return examples.stream()
                .map(example -> example.<TagPair>map(TagPair::of))
                .toList();
    }

    /** The model as a tagger whose tags are texts. */
    private record Texts(PosXposTaggerModel model) implements NBestTagger {

        @Override
        public List<List<String>> tagAll(List<List<String>> sentences) {
            return model.tagAll(sentences).stream().map(Texts::texts).toList();
        }

        @Override
        public List<Tagging<String>> nBest(List<String> words, int n) {
            return model.nBest(words, n).stream()
                    .map(best -> new Tagging<>(texts(best.tags()), best.confidences(), best.score()))
                    .toList();
        }

        private static List<String> texts(List<TagPair> pairs) {
            return pairs.stream().map(TagPair::text).toList();
        }
    }
}
