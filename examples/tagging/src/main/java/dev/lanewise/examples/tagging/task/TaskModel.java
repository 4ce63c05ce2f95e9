package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.NBestTagger;
import dev.lanewise.examples.tagging.model.Pretrained;
import dev.lanewise.examples.tagging.model.TextTagger;
import dev.lanewise.runtime.Tagging;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.model.ModelInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A trained model, whichever interface it is of; tags with all processors. */
public final class TaskModel {

    /** The tables of words, the one that is learned from the training data alone before others. */
    private static final List<String> WORDS = List.of("word_embeddings", "hmm", Pretrained.NAME);

    private final ModelNotes notes;
    private final TextTagger tagger;
    private final Supplier<ModelInfo> info;
    private final Consumer<Path> writer;

    TaskModel(ModelNotes notes, TextTagger tagger, Supplier<ModelInfo> info, Consumer<Path> writer) {
        this.notes = notes;
        this.tagger = tagger;
        this.info = info;
        this.writer = writer;
    }

    /**
     * Trains a model.
     *
     * @throws dev.lanewise.runtime.train.TrainingException if its weights stop being numbers
     * @throws IllegalArgumentException if the training has vectors that do not fit
     */
    public static TaskModel train(ModelNotes notes, Training training) {
        return notes.network().declaration().train(notes, training);
    }

    /**
     * Reads a model that tags words alone.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if the file is damaged or none of this program
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static TaskModel load(Path file) {
        return load(file, null);
    }

    /**
     * Reads a model.
     *
     * @param pos what finds parts of speech, for a model that reads them; without it that model can be looked at, not tag
     * @throws dev.lanewise.runtime.file.ModelFormatException if the file is damaged or none of this program
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static TaskModel load(Path file, @Nullable PartsOfSpeech pos) {
        ModelNotes notes = ModelNotes.read(file);
        return notes.network().declaration().load(notes, file, pos);
    }

    /** Its task and its network. */
    public ModelNotes notes() {
        return notes;
    }

    /** The best tags of each sentence, in the order given. */
    public List<List<String>> tagAll(List<List<String>> sentences) {
        return tagger.tagAll(sentences);
    }

    /** The n best taggings of a sentence, best first; fewer if there are not so many; empty where only the best one is known. */
    public Optional<List<Tagging<String>>> nBest(List<String> words, int n) {
        return tagger instanceof NBestTagger able ? Optional.of(able.nBest(words, n)) : Optional.empty();
    }

    /** Its layers, parameters and vocabularies. */
    public ModelInfo info() {
        return info.get();
    }

    /** The tags that it knows; of several heads those of the one by that number. */
    public List<String> tags(int head) {
        List<String> heads = notes.task().heads();
        return heads.isEmpty()
                ? info().vocabularies().tags()
                : info().vocabularies().tags(heads.get(head));
    }

    /** Tells whether a word occurred in training; where its only vectors are frozen, whether it has one. */
    public Predicate<String> knownWords() {
        Vocabularies vocabularies = info().vocabularies();
        Vocabulary words = WORDS.stream()
                .filter(vocabularies.lookups()::containsKey)
                .map(vocabularies::get)
                .findFirst()
                .orElseThrow();
        return words::isKnown;
    }

    /**
     * Writes the model with its notes, whole or not at all.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(Path file) {
        notes.write(file, writer);
    }
}
