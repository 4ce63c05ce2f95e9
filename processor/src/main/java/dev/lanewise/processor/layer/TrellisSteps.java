package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;

/** What the dynamic programmes of hidden Markov models of different order do not have in common. */
interface TrellisSteps {

    /** Fills {@code states}, where the states of each slot begin. */
    CodeBlock states();

    /** The heaviest path to each state of {@code slot}. */
    CodeBlock best();

    /** Writes the path and returns its weight. */
    CodeBlock follow();

    /** The sum over the paths to each state of {@code slot}. */
    CodeBlock forward();

    /** The sum over the paths from each state of the slot before. */
    CodeBlock backward();

    /** Adds what goes through each state of {@code slot} to {@code posteriors} and {@code sum}. */
    CodeBlock share();
}
