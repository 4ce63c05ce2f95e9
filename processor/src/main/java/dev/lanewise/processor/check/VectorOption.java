package dev.lanewise.processor.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** {@code -Alanewise.vector=auto|require|never}: whether the vector twin is written. */
public enum VectorOption {
    /** If the vector module is visible; one warning if not. */
    AUTO,
    /** Always: an error if the vector module is not visible. */
    REQUIRE,
    /** Never. */
    NEVER;

    /** Name of the option. */
    public static final String NAME = "lanewise.vector";

    /** The option of this name. */
    public static Optional<VectorOption> of(String text) {
        return Arrays.stream(values())
                .filter(option -> option.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
