package dev.lanewise.examples.tagging.task;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the models of one annotated interface are trained and read. */
interface Declaration {

    /** Trains a model. */
    TaskModel train(ModelNotes notes, Training training);

    /**
     * Reads a model that {@link TaskModel#save} wrote.
     *
     * @param pos what finds parts of speech, for a model that reads them; without it that model cannot tag
     */
    TaskModel load(ModelNotes notes, Path file, @Nullable PartsOfSpeech pos);
}
