package dev.lanewise.examples.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model that was trained by the command line on a few sentences, in CoNLL-U, in two files. */
final class SmallModel {

    /** Three sentences with a multiword token, an empty node and comments. */
    static final String CONLLU = """
            # sent_id = 1
            # text = The cat can't sleep.
            1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
            2\tcat\tcat\tNOUN\tNN\t_\t5\tnsubj\t_\t_
            3-4\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
            3\tca\tcan\tAUX\tMD\t_\t5\taux\t_\t_
            4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
            5\tsleep\tsleep\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
            6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

            # sent_id = 2
            1\tDogs\tdog\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
            2\tbark\tbark\tVERB\tVBP\t_\t0\troot\t_\t_
            2.1\tbark\tbark\tVERB\tVBP\t_\t_\t_\t_\t_
            3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

            """;

    private static final String MORE = """
            1\tPlötzlich\t_\tADV\tRB\t_\t_\t_\t_\t_
            2\tbark\t_\tVERB\tVBP\t_\t_\t_\t_\t_

            """;

    private SmallModel() {}

    /** Trains in a directory, enough to know its few words by heart, and returns the model's file. */
    static Path in(Path directory) {
        Path model = directory.resolve("small.safetensors");
        Ran.well(
                "train",
                "--train",
                write(directory, "a.conllu", CONLLU).toString(),
                write(directory, "b.conllu", MORE).toString(),
                "--model",
                model.toString(),
                "--epochs",
                "30",
                "--batch",
                "1",
                "--seed",
                "4",
                "--threads",
                "1",
                "--quiet");
        return model;
    }

    /** Writes a file of text. */
    static Path write(Path directory, String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
