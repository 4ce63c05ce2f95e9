package dev.lanewise.runtime.file;

/** What to do with a NaN or an infinity in a model file. */
public enum NonFinite {
    /** It is an error: a model with such a weight gives no results. */
    REFUSE,
    /** It is read like any other number, for looking at a damaged model. */
    ALLOW
}
