package dev.lanewise.examples.tagging.print;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.Locale;

/** An evaluation in a few words. */
public final class Accuracy {

    private Accuracy() {}

    /** Such as {@code accuracy 93.60 % (unknown words 82.11 %)}. */
    public static String text(Evaluation evaluation) {
        String all = String.format(Locale.ROOT, "accuracy %.2f %%", 100 * evaluation.accuracy());
        return evaluation.unknownTokens() == 0
                ? all
                : all + String.format(Locale.ROOT, " (unknown words %.2f %%)", 100 * evaluation.unknownAccuracy());
    }
}
