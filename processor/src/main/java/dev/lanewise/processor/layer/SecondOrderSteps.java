package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;

/**
 * A tag depends on the two tags before it: a and b stand before c, and a state is the pair of b and c.
 *
 * @param width the number of tags and the boundary, a literal or the name of a field
 */
record SecondOrderSteps(String width) implements TrellisSteps {

    @Override
    public CodeBlock states() {
        return CodeBlock.builder()
                .addStatement("int[] first = lattice.first()")
                .beginControlFlow("if (states.length <= lattice.slots())")
                .addStatement("states = new int[2 * lattice.slots() + 1]")
                .endControlFlow()
                .addStatement("states[1] = 0")
                .beginControlFlow("for (int slot = 1; slot < lattice.slots(); slot++)")
                .addStatement("int pairs = (first[slot] - first[slot - 1]) * (first[slot + 1] - first[slot])")
                .addStatement("states[slot + 1] = states[slot] + pairs")
                .endControlFlow()
                .build();
    }

    /** Goes through the states (b, c) of a slot, and for each through those (a, b) of the slot before. */
    private CodeBlock.Builder pairs() {
        return CodeBlock.builder()
                .addStatement("int state = states[slot]")
                .addStatement("int candidates = first[slot] - first[slot - 1]")
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++)")
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++, state++)");
    }

    private CodeBlock sources() {
        return CodeBlock.builder()
                .addStatement("int source = states[slot - 1] + b - first[slot - 1]")
                .beginControlFlow("for (int a = first[slot - 2]; a < first[slot - 1]; a++, source += candidates)")
                .build();
    }

    @Override
    public CodeBlock best() {
        return pairs().addStatement("double best = -1")
                .add(sources())
                .addStatement(
                        "double weight = forward[source] * transitions[contexts[tags[a] * $L + tags[b]] + tags[c]]",
                        width)
                .beginControlFlow("if (weight > best)")
                .addStatement("best = weight")
                .addStatement("previous[state] = a")
                .endControlFlow()
                .endControlFlow()
                .addStatement("forward[state] = best * emissions[c]")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock follow() {
        return CodeBlock.builder()
                .addStatement("int[] first = lattice.first()")
                .addStatement("int last = lattice.slots() - 1")
                .addStatement("int best = states[last]")
                .beginControlFlow("for (int state = best + 1; state < states[last + 1]; state++)")
                .addStatement("best = forward[state] > forward[best] ? state : best")
                .endControlFlow()
                .addStatement("path[last] = first[last]")
                .addStatement("path[last - 1] = first[last - 1] + best - states[last]")
                .beginControlFlow("for (int slot = last; slot > 1; slot--)")
                .addStatement("int row = (path[slot - 1] - first[slot - 1]) * (first[slot + 1] - first[slot])")
                .addStatement("path[slot - 2] = previous[states[slot] + row + path[slot] - first[slot]]")
                .endControlFlow()
                .addStatement("return forward[best]")
                .build();
    }

    @Override
    public CodeBlock forward() {
        return pairs().addStatement("double sum = 0")
                .add(sources())
                .addStatement("sum += forward[source] * transitions[contexts[tags[a] * $L + tags[b]] + tags[c]]", width)
                .endControlFlow()
                .addStatement("forward[state] = sum * emissions[c]")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock backward() {
        return CodeBlock.builder()
                .addStatement("int state = states[slot - 1]")
                .beginControlFlow("for (int a = first[slot - 2]; a < first[slot - 1]; a++)")
                .addStatement("int target = states[slot]")
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++, state++)")
                .addStatement("int row = contexts[tags[a] * $L + tags[b]]", width)
                .addStatement("double sum = 0")
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++, target++)")
                .addStatement("sum += transitions[row + tags[c]] * emissions[c] * backward[target]")
                .endControlFlow()
                .addStatement("backward[state] = sum")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    @Override
    public CodeBlock share() {
        return CodeBlock.builder()
                .beginControlFlow("for (int b = first[slot - 1]; b < first[slot]; b++)")
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++, state++)")
                .addStatement("double weight = forward[state] * backward[state]")
                .addStatement("posteriors[c] += weight")
                .addStatement("sum += weight")
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
