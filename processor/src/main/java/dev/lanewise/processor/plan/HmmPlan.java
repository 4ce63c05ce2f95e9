package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.HmmDecl;
import java.util.OptionalInt;

/**
 * A hidden Markov model ready to be written.
 *
 * @param declaration the annotations in full
 * @param annotation {@code @Hmm} in full
 * @param order how many tags a tag depends on, 1 or 2
 * @param suffix the length of the longest ending of unknown words
 * @param rare how often a word occurs at most whose endings count
 * @param tags the number of tags, if an enum fixes it
 */
public record HmmPlan(String declaration, String annotation, int order, int suffix, int rare, OptionalInt tags) {

    /** Plans a declaration without errors. */
    public static HmmPlan of(Declaration declaration, HmmDecl hmm) {
        OptionalInt tags = declaration.tags() instanceof EnumTags constants
                ? OptionalInt.of(constants.constants().size())
                : OptionalInt.empty();
        String text = declaration.kind().written() + " " + hmm.inFull();
        return new HmmPlan(text, hmm.inFull(), hmm.order(), hmm.suffix(), hmm.rare(), tags);
    }
}
