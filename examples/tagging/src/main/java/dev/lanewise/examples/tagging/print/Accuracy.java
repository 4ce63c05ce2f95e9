package dev.lanewise.examples.tagging.print;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.Locale;
import java.util.Map;

/** An evaluation in a few words. */
public final class Accuracy {

    private Accuracy() {}

    /** The same of several heads: {@code upos accuracy 93.60 %, xpos accuracy 92.10 %, all right: accuracy 91.20 %}. */
    static String text(Evaluation whole, Map<String, Evaluation> heads) {
        StringBuilder text = new StringBuilder();
        heads.forEach(
                (name, head) -> text.append(name).append(' ').append(text(head)).append(", "));
        return (heads.isEmpty() ? "" : text + "all right: ") + text(whole);
    }

    /** Such as {@code accuracy 93.60 % (unknown words 82.11 %)}. */
    public static String text(Evaluation evaluation) {
        String all = String.format(Locale.ROOT, "accuracy %.2f %%", 100 * evaluation.accuracy());
        return evaluation.unknownTokens() == 0
                ? all
                : all + String.format(Locale.ROOT, " (unknown words %.2f %%)", 100 * evaluation.unknownAccuracy());
    }
}
