package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.EntityPosTaggerModel;
import dev.lanewise.examples.tagging.model.EntityPosVectorTaggerModel;
import dev.lanewise.examples.tagging.model.EntityTaggerModel;
import dev.lanewise.examples.tagging.model.EntityVectorTaggerModel;
import dev.lanewise.examples.tagging.model.PosCrfTaggerModel;
import dev.lanewise.examples.tagging.model.PosTaggerModel;
import dev.lanewise.examples.tagging.model.PosVectorTaggerModel;
import dev.lanewise.examples.tagging.model.PosViterbiTaggerModel;
import dev.lanewise.examples.tagging.model.ablation.CharCrfTaggerModel;
import dev.lanewise.examples.tagging.model.ablation.CharTaggerModel;
import dev.lanewise.examples.tagging.model.ablation.VectorTaggerModel;
import dev.lanewise.examples.tagging.model.ablation.WordTaggerModel;
import java.util.Locale;

/** The annotated interfaces of this program, by the names that model files keep. */
public enum Network {
    POS,
    POS_VECTORS,
    POS_VITERBI,
    POS_CRF,
    POS_XPOS,
    ENTITIES,
    ENTITIES_VECTORS,
    ENTITIES_POS,
    ENTITIES_POS_VECTORS,
    HMM,
    STEP_WORDS,
    STEP_CHARS,
    STEP_CRF,
    STEP_VECTORS;

    /** What is written for the interface; made when it is asked for, so that a command loads the classes of one alone. */
    Declaration declaration() {
        return switch (this) {
            case POS ->
                new Layers<>(
                        PosTaggerModel::trainer,
                        PosTaggerModel::load,
                        PosTaggerModel::withThreads,
                        PosTaggerModel::info,
                        PosTaggerModel::save,
                        Layers::words);
            case POS_VECTORS ->
                new Layers<>(
                        PosVectorTaggerModel::trainer,
                        PosVectorTaggerModel::load,
                        PosVectorTaggerModel::withThreads,
                        PosVectorTaggerModel::info,
                        PosVectorTaggerModel::save,
                        Layers::words);
            case POS_VITERBI ->
                new Layers<>(
                        PosViterbiTaggerModel::trainer,
                        PosViterbiTaggerModel::load,
                        PosViterbiTaggerModel::withThreads,
                        PosViterbiTaggerModel::info,
                        PosViterbiTaggerModel::save,
                        Layers::words);
            case POS_CRF ->
                new Layers<>(
                        PosCrfTaggerModel::trainer,
                        PosCrfTaggerModel::load,
                        PosCrfTaggerModel::withThreads,
                        PosCrfTaggerModel::info,
                        PosCrfTaggerModel::save,
                        Layers::words);
            case POS_XPOS -> new TwoHeads();
            case ENTITIES ->
                new Layers<>(
                        EntityTaggerModel::trainer,
                        EntityTaggerModel::load,
                        EntityTaggerModel::withThreads,
                        EntityTaggerModel::info,
                        EntityTaggerModel::save,
                        Layers::words);
            case ENTITIES_VECTORS ->
                new Layers<>(
                        EntityVectorTaggerModel::trainer,
                        EntityVectorTaggerModel::load,
                        EntityVectorTaggerModel::withThreads,
                        EntityVectorTaggerModel::info,
                        EntityVectorTaggerModel::save,
                        Layers::words);
            case ENTITIES_POS ->
                new Layers<>(
                        EntityPosTaggerModel::trainer,
                        EntityPosTaggerModel::load,
                        EntityPosTaggerModel::withThreads,
                        EntityPosTaggerModel::info,
                        EntityPosTaggerModel::save,
                        Joined::new);
            case ENTITIES_POS_VECTORS ->
                new Layers<>(
                        EntityPosVectorTaggerModel::trainer,
                        EntityPosVectorTaggerModel::load,
                        EntityPosVectorTaggerModel::withThreads,
                        EntityPosVectorTaggerModel::info,
                        EntityPosVectorTaggerModel::save,
                        Joined::new);
            case HMM -> new Counting();
            case STEP_WORDS ->
                new Layers<>(
                        WordTaggerModel::trainer,
                        WordTaggerModel::load,
                        WordTaggerModel::withThreads,
                        WordTaggerModel::info,
                        WordTaggerModel::save,
                        Layers::words);
            case STEP_CHARS ->
                new Layers<>(
                        CharTaggerModel::trainer,
                        CharTaggerModel::load,
                        CharTaggerModel::withThreads,
                        CharTaggerModel::info,
                        CharTaggerModel::save,
                        Layers::words);
            case STEP_CRF ->
                new Layers<>(
                        CharCrfTaggerModel::trainer,
                        CharCrfTaggerModel::load,
                        CharCrfTaggerModel::withThreads,
                        CharCrfTaggerModel::info,
                        CharCrfTaggerModel::save,
                        Layers::words);
            case STEP_VECTORS ->
                new Layers<>(
                        VectorTaggerModel::trainer,
                        VectorTaggerModel::load,
                        VectorTaggerModel::withThreads,
                        VectorTaggerModel::info,
                        VectorTaggerModel::save,
                        Layers::words);
        };
    }

    /** Whether it has a table for pretrained vectors. */
    public boolean readsVectors() {
        return this == POS_VECTORS || this == ENTITIES_VECTORS || this == ENTITIES_POS_VECTORS || this == STEP_VECTORS;
    }

    /** Whether it reads words with their parts of speech. */
    public boolean readsPos() {
        return this == ENTITIES_POS || this == ENTITIES_POS_VECTORS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
