package dev.lanewise.processor.plan;

/** A feature that reads every distinct word of a batch once, character by character. */
public interface CharacterPlan extends FeaturePlan {

    /** What {@link #multiplyAdds} reckons with. */
    int CHARACTERS_A_WORD = 5;

    /** The parameter that characters are looked up in. */
    ParameterPlan table();

    /** The number of the characters' vocabulary in {@link ModelPlan#lookups}. */
    default int lookup() {
        return table().rows();
    }

    /** Numbers in each character's vector. */
    @Override
    default int inputs() {
        return table().columns();
    }
}
