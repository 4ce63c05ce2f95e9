package dev.lanewise.examples.benchmarks.start;

import dev.lanewise.examples.benchmarks.model.WordTaggerModel;
import java.nio.file.Path;
import java.util.List;

/** Loads a model and tags one sentence. */
public final class TagOnce {

    private TagOnce() {}

    /**
     * Ends with code 1 if not every word gets a tag.
     *
     * @param args the model's file, then the words
     */
    public static void main(String[] args) {
        List<String> words = List.of(args).subList(1, args.length);
        if (WordTaggerModel.load(Path.of(args[0])).tag(words).size() != words.size()) {
            System.exit(1);
        }
    }
}
