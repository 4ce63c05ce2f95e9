package dev.lanewise.processor.read;

import java.util.List;

/** How tags say where entities begin and end. The names are those of the runtime's {@code TagScheme}, which has all rules. */
public enum TagScheme {
    NONE(""),
    BIO("BI"),
    BIOES("BIES");

    private static final String OUTSIDE = "O";

    private final String letters;

    TagScheme(String letters) {
        this.letters = letters;
    }

    /** The letters before a type, beside the O without one. */
    public String letters() {
        return letters;
    }

    /** Whether a constant is O, or one of the letters, {@code _} and a type. */
    public boolean has(String constant) {
        return constant.equals(OUTSIDE)
                || constant.length() > 2 && letters.indexOf(constant.charAt(0)) >= 0 && constant.charAt(1) == '_';
    }

    /** The constants without which this one could not stand in any sentence. */
    public List<String> partners(String constant) {
        if (constant.equals(OUTSIDE)) {
            return List.of();
        }
        String begin = "B" + constant.substring(1);
        String end = "E" + constant.substring(1);
        return switch (constant.charAt(0)) {
            case 'B' -> this == BIOES ? List.of(end) : List.of();
            case 'I' -> this == BIOES ? List.of(begin, end) : List.of(begin);
            case 'E' -> List.of(begin);
            default -> List.of();
        };
    }

    /** Whether the constant can be the only one of a sentence. */
    public boolean standsAlone(String constant) {
        return constant.equals(OUTSIDE) || constant.startsWith(this == BIOES ? "S" : "B");
    }
}
