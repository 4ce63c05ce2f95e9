package dev.lanewise.processor.layer;

import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.Input;

/** Dense inputs; their gradient stays where the first layer puts it. */
final class InputWriter implements FeatureWriter {

    private final Input input;
    private final Target target;

    InputWriter(Input input, Target target) {
        this.input = input;
        this.target = target;
    }

    @Override
    public void write(ModelParts parts) {
        parts.forward(
                "$T.copy(batch.vectors(),$W0,$W$L,$W$L,$W0,$W$L,$Wbatch.words().rows(),$W$L)",
                Names.model("Rows"),
                input.dim(),
                target.matrix(),
                target.stride(),
                input.dim());
    }
}
