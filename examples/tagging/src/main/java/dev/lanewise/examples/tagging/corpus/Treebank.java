package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The small English treebank inside this program: 420 sentences with UPOS tags, 336 of them to train on. */
public enum Treebank {
    /** To learn from. */
    TRAIN("train"),
    /** To choose the best epoch by. */
    DEV("dev"),
    /** To measure the result on. */
    TEST("test");

    private final String part;

    Treebank(String part) {
        this.part = part;
    }

    /** The sentences of this part. */
    public List<Example<String>> read(Corpus corpus) {
        String name = "treebank/" + part + ".conllu";
        try (InputStream in = Objects.requireNonNull(Treebank.class.getResourceAsStream(name), name)) {
            return corpus.readConllu(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
