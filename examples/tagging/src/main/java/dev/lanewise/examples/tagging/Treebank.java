package dev.lanewise.examples.tagging;

import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The small English treebank inside this program: 420 sentences with UPOS tags, 336 of them to train on. */
enum Treebank {
    TRAIN("train"),
    DEV("dev"),
    TEST("test");

    private final String part;

    Treebank(String part) {
        this.part = part;
    }

    List<Example<String>> read(CorpusOptions options) {
        String name = "treebank/" + part + ".conllu";
        try (InputStream in = Objects.requireNonNull(Treebank.class.getResourceAsStream(name), name)) {
            return options.readConllu(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
