package dev.lanewise.processor.read;

/** The attributes that say what is dropped while training: probabilities from 0 to below 1. */
public enum DropoutRate {
    /** On what a feature or an encoder gives, and on what a head reads. */
    OWN("dropout"),
    /** On what an encoder reads. */
    INPUT("inputDropout"),
    /** On the hidden states that an encoder goes on from. */
    RECURRENT("recurrentDropout");

    private final String attribute;

    DropoutRate(String attribute) {
        this.attribute = attribute;
    }

    /** The attribute's name. */
    public String attribute() {
        return attribute;
    }

    /** Whether a layer's annotation has the attribute. */
    public boolean isOf(LayerDecl layer) {
        return layer.stated().has(attribute);
    }

    /** A layer's probability, 0 where its annotation has no such attribute. */
    public float of(LayerDecl layer) {
        return isOf(layer) ? layer.stated().number(attribute) : 0f;
    }
}
