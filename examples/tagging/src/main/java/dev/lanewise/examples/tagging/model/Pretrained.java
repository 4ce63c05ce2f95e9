package dev.lanewise.examples.tagging.model;

/** The table of word vectors that come from a file, the same in every interface that has one. */
public final class Pretrained {

    /** Its name. */
    public static final String NAME = "pre";

    /** Numbers in a vector; files of other vectors need another value here and a new build. */
    public static final int DIM = 25;

    private Pretrained() {}
}
