package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;

/** A tag depends on the tag before it: b stands before c. */
final class FirstOrderSteps implements TrellisSteps {

    @Override
    public CodeBlock states() {
        return CodeBlock.builder().addStatement("states = lattice.first()").build();
    }

    @Override
    public CodeBlock best() {
        return CodeBlock.builder()
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++)")
                .addStatement("double best = -1")
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++)")
                .addStatement("double weight = forward[b] * transitions[contexts[tags[b]] + tags[c]]")
                .beginControlFlow("if (weight > best)")
                .addStatement("best = weight")
                .addStatement("previous[c] = b")
                .endControlFlow()
                .endControlFlow()
                .addStatement("forward[c] = best * emissions[c]")
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock follow() {
        return CodeBlock.builder()
                .addStatement("int last = lattice.slots() - 1")
                .addStatement("path[last] = states[last]")
                .beginControlFlow("for (int slot = last; slot > 0; slot--)")
                .addStatement("path[slot - 1] = previous[path[slot]]")
                .endControlFlow()
                .addStatement("return forward[path[last]]")
                .build();
    }

    @Override
    public CodeBlock forward() {
        return CodeBlock.builder()
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++)")
                .addStatement("double sum = 0")
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++)")
                .addStatement("sum += forward[b] * transitions[contexts[tags[b]] + tags[c]]")
                .endControlFlow()
                .addStatement("forward[c] = sum * emissions[c]")
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock backward() {
        return CodeBlock.builder()
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++)")
                .addStatement("int row = contexts[tags[b]]")
                .addStatement("double sum = 0")
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++)")
                .addStatement("sum += transitions[row + tags[c]] * emissions[c] * backward[c]")
                .endControlFlow()
                .addStatement("backward[b] = sum")
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock share() {
        return CodeBlock.builder()
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++, state++)")
                .addStatement("double weight = forward[state] * backward[state]")
                .addStatement("posteriors[c] += weight")
                .addStatement("sum += weight")
                .endControlFlow()
                .build();
    }
}
