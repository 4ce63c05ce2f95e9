package dev.lanewise.processor.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of generated members: as close to the state dict's names as Java allows, and never twice the same. */
final class Identifiers {

    /** Members and locals that every generated class has. */
    private static final Set<String> TAKEN = Set.of(
            "batch",
            "net",
            "parameters",
            "gradients",
            "packing",
            "tags",
            "tagStride",
            "encoded",
            "input",
            "core",
            "heads",
            "packed",
            "rows");

    private final Set<String> layers = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    /** A layer's identifier: {@code word_embeddings} becomes {@code wordEmbeddings}. */
    String layer(String name) {
        StringBuilder camel = new StringBuilder();
        for (String part : name.split("[._]+")) {
            if (!part.isEmpty()) {
                String first = part.substring(0, 1);
                camel.append(camel.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT));
                camel.append(part, 1, part.length());
            }
        }
        return free(legal(camel.toString()));
    }

    private static String legal(String name) {
        boolean taken = !SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name) || TAKEN.contains(name);
        String legal = taken ? name + "Layer" : name;
        return SourceVersion.isIdentifier(legal) ? legal : "layer" + legal;
    }

    /** The name, or one like it that no other layer's gets in the way of. */
    private String free(String wanted) {
        String free = wanted;
        // Nothing put behind a name keeps it from beginning with another one.
        String ownStart = wanted.substring(0, 1).toUpperCase(Locale.ROOT) + wanted.substring(1);
        boolean begun = layers.stream().anyMatch(other -> !other.equals(wanted) && extend(other, wanted));
        for (int i = 2; clashes(free); i++) {
            free = begun ? "layer" + i + ownStart : wanted + i;
        }
        layers.add(free);
        return free;
    }

    /** Members are named after layers with a capitalised word behind: lstm and lstmReverse would get in each other's way. */
    private boolean clashes(String identifier) {
        return layers.stream().anyMatch(other -> extend(identifier, other) || extend(other, identifier));
    }

    private static boolean extend(String shorter, String longer) {
        return longer.startsWith(shorter)
                && (longer.length() == shorter.length() || Character.isUpperCase(longer.charAt(shorter.length())));
    }

    /** The constant that holds a parameter's index: {@code lstm.weight_ih_l0} becomes {@code LSTM_WEIGHT_IH_L0}. */
    String constant(String tensor) {
        String wanted = tensor.replace('.', '_').toUpperCase(Locale.ROOT);
        String free = wanted;
        for (int i = 2; !constants.add(free); i++) {
            free = wanted + "_" + i;
        }
        return free;
    }
}
