package dev.lanewise.runtime.data;

import java.nio.charset.StandardCharsets;

/** Decimal numbers as files of vectors write them, without making strings of the usual ones. */
final class DecimalNumber {

    private static final int MAX_DIGITS = 15;

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private DecimalNumber() {}

    /** The number that ASCII text from one index to before another spells; NaN if it spells none. */
    static float parse(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int fraction = 0;
        boolean point = false;
        for (; at < to; at++) {
            byte b = text[at];
            if (b == '.' && !point) {
                point = true;
            } else if (b >= '0' && b <= '9' && count < MAX_DIGITS) {
                digits = 10 * digits + b - '0';
                count++;
                fraction += point ? 1 : 0;
            } else {
                return unusual(text, from, to);
            }
        }
        if (count == 0) {
            return Float.NaN;
        }
        double value = digits / POWERS[fraction];
        return (float) (negative ? -value : value);
    }

    /** Exponents and very long numbers. */
    private static float unusual(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if ((b < '0' || b > '9') && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
                return Float.NaN;
            }
        }
        try {
            return Float.parseFloat(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }
}
