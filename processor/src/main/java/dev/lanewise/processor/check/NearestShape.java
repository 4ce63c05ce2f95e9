package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.Form;
import dev.lanewise.processor.read.InterfaceMethod;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which form was meant by a method that has none. */
final class NearestShape {
    // A wrong name says more than a wrong type: `tagall` is meant to be `tagAll` whatever it returns.
    private static final int NAME_WEIGHT = 4;

    private NearestShape() {}

    /** The most similar form, if any is similar enough to be worth a question. */
    static Optional<Form> of(Declaration declaration, InterfaceMethod stray) {
        return declaration.forms().stream()
                .filter(form -> declaration.components().contains(stray.name())
                        ? form.of().equals(stray.name()) && form.shape().hasTypesOf(stray, declaration.tokens())
                        : isSimilar(form, stray, declaration))
                .min(Comparator.comparingInt(form -> NAME_WEIGHT * distance(form.method(), stray.name())
                        + distance(form.signature(declaration.tokens()), stray.signature())));
    }

    private static boolean isSimilar(Form form, InterfaceMethod stray, Declaration declaration) {
        return form.shape().hasTypesOf(stray, declaration.tokens())
                || stray.name().toLowerCase(Locale.ROOT).contains(form.method().toLowerCase(Locale.ROOT))
                || isSpeltAlike(form, stray);
    }

    /** Whether a method's name may be that of a form, mistyped. */
    static boolean isSpeltAlike(Form form, InterfaceMethod stray) {
        String known = form.method().toLowerCase(Locale.ROOT);
        return distance(known, stray.name().toLowerCase(Locale.ROOT)) <= known.length() / 3;
    }

    /** Levenshtein's edit distance. */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
