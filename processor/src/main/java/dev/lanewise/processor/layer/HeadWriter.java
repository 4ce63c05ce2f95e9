package dev.lanewise.processor.layer;

import dev.lanewise.processor.plan.HeadPlan;

/** Writes a head: its affine layer, and the chain over it if there is one. */
public final class HeadWriter {

    private final HeadPlan head;

    /** A writer of one head. */
    public HeadWriter(HeadPlan head) {
        this.head = head;
    }

    /**
     * Writes the layers.
     *
     * @param input the matrix that the head reads
     */
    public void write(Target input, ModelParts parts) {
        new LinearWriter(head.linear(), head.number(), head.crf().isEmpty()).write(input, parts);
        head.crf().ifPresent(crf -> new CrfWriter(crf, head).write(parts));
    }
}
