package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.EntityTaggerModel;
import dev.lanewise.examples.tagging.model.EntityVectorTaggerModel;
import dev.lanewise.examples.tagging.model.PosTaggerModel;
import dev.lanewise.examples.tagging.model.PosVectorTaggerModel;
import java.util.Locale;

/** The annotated interfaces of this program, by the names that model files keep. */
public enum Network {
    POS,
    POS_VECTORS,
    ENTITIES,
    ENTITIES_VECTORS;

    /** What is written for the interface; made when it is asked for, so that a command loads the classes of one alone. */
    Declaration declaration() {
        return switch (this) {
            case POS ->
                new Layers<>(
                        PosTaggerModel::trainer,
                        PosTaggerModel::load,
                        PosTaggerModel::withThreads,
                        PosTaggerModel::info,
                        PosTaggerModel::save);
            case POS_VECTORS ->
                new Layers<>(
                        PosVectorTaggerModel::trainer,
                        PosVectorTaggerModel::load,
                        PosVectorTaggerModel::withThreads,
                        PosVectorTaggerModel::info,
                        PosVectorTaggerModel::save);
            case ENTITIES ->
                new Layers<>(
                        EntityTaggerModel::trainer,
                        EntityTaggerModel::load,
                        EntityTaggerModel::withThreads,
                        EntityTaggerModel::info,
                        EntityTaggerModel::save);
            case ENTITIES_VECTORS ->
                new Layers<>(
                        EntityVectorTaggerModel::trainer,
                        EntityVectorTaggerModel::load,
                        EntityVectorTaggerModel::withThreads,
                        EntityVectorTaggerModel::info,
                        EntityVectorTaggerModel::save);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
