package dev.lanewise.runtime.model;

import dev.lanewise.runtime.data.Vocabularies;

/** A batch and the pass it goes through: what one thread needs to run a model. */
public final class Worker {

    private final Batch batch;
    private final Pass pass;
    private final Decoder decoder = new Decoder();

    /** A worker on a network. */
    public Worker(ModelSpec spec, Vocabularies vocabularies, Network network) {
        this.batch = new Batch(spec.features(), vocabularies);
        this.pass = network.newPass();
    }

    /** The batch. */
    public Batch batch() {
        return batch;
    }

    /** The pass. */
    public Pass pass() {
        return pass;
    }

    /** What reads tags out of the pass. */
    public Decoder decoder() {
        return decoder;
    }

    /** Packs what was added to the batch and runs it forward. */
    public void forward() {
        pass.forward(batch.pack());
    }
}
