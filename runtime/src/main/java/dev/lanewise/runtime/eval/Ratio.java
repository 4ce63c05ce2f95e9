package dev.lanewise.runtime.eval;

/** Quotients of counts. */
final class Ratio {

    private Ratio() {}

    /** The part of the whole, 0 where there is no whole. */
    static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
