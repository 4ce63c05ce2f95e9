package dev.lanewise.examples.tagging.task;

import java.nio.file.Path;

/** How the models of one annotated interface are trained and read. */
interface Declaration {

    /** Trains a model. */
    TaskModel train(ModelNotes notes, Training training);

    /** Reads a model that {@link TaskModel#save} wrote. */
    TaskModel load(ModelNotes notes, Path file);
}
