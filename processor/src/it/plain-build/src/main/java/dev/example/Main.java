package dev.example;

import dev.example.PosTagger.Tag;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Sgd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains, saves the model to the given file, and prints the tags that the file read again gives. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        List<Example<Tag>> examples = List.of(
                Example.of(
                        List.of("The", "dog", "ate", "the", "apple"), List.of(Tag.DET, Tag.NN, Tag.V, Tag.DET, Tag.NN)),
                Example.of(List.of("Everybody", "read", "that", "book"), List.of(Tag.NN, Tag.V, Tag.DET, Tag.NN)));
        PosTaggerModel model = PosTaggerModel.trainer()
                .optimizer(Sgd.learningRate(0.1f))
                .epochs(300)
                .batchSize(1)
                .seed(1)
                .fit(examples);
        Path file = Path.of(args[0]);
        model.save(file);
        PosTaggerModel same = PosTaggerModel.load(file);
        for (Example<Tag> example : examples) {
            System.out.println(same.tag(example.words()));
        }
        System.out.println(Files.size(file) > 0 ? "saved" : "empty file");
    }
}
