package dev.lanewise.examples.benchmarks.work;

import dev.lanewise.examples.benchmarks.model.TreebankTaggerModel;
import dev.lanewise.runtime.data.ConlluColumn;
import dev.lanewise.runtime.data.ConlluReader;
import dev.lanewise.runtime.data.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Workloads on UD English-EWT, whose folder the system property {@value #PROPERTY} tells. Tagging is timed with fresh weights:
 * the numbers in them change no time.
 */
public final class Treebank {

    /** The system property with the folder of {@code en_ewt-ud-train.conllu} and the others, plain or {@code .gz}. */
    public static final String PROPERTY = "lanewise.ewt";

    private static final int CHARACTER_DIRECTIONS = 2;
    // Characters of a word of English-EWT, its punctuation included.
    private static final double WORD_LENGTH = 4.2;
    private static final double FLOPS =
            CHARACTER_DIRECTIONS * WORD_LENGTH * Flops.lstm(30, 50) + 2 * Flops.lstm(200, 128) + Flops.linear(256, 17);

    private Treebank() {}

    /** Where the treebank is, if the property tells it and it is there. */
    public static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(Path::of)
                .filter(folder -> file(folder, "train").isPresent());
    }

    private static Optional<Path> file(Path folder, String part) {
        String name = "en_ewt-ud-" + part + ".conllu";
        return Stream.of(name, name + ".gz")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Reads the universal parts of speech.
     *
     * @param part {@code train}, {@code dev} or {@code test}
     * @throws IllegalArgumentException if the property does not tell a folder that has it
     */
    public static List<Example<String>> read(String part) {
        Path path = folder().flatMap(folder -> file(folder, part))
                .orElseThrow(() -> new IllegalArgumentException("no UD English-EWT: start java with -D" + PROPERTY
                        + "=FOLDER, where en_ewt-ud-" + part + ".conllu or .conllu.gz is"));
        return ConlluReader.of(ConlluColumn.UPOS).read(path);
    }

    private static long words(List<Example<String>> examples) {
        return examples.stream().mapToLong(Example::length).sum();
    }

    /** Tags the test part. */
    static Workload tagging(String name, int threads) {
        List<Example<String>> test = read("test");
        List<List<String>> sentences = test.stream().map(Example::words).toList();
        return new Workload(name, Unit.WORDS_PER_SECOND, words(test), words(test) * FLOPS, () -> {
            TreebankTaggerModel model =
                    TreebankTaggerModel.trainer().session(read("train")).model().withThreads(threads);
            return () -> model.tagAll(sentences);
        });
    }

    /** Trains for one epoch. */
    static Workload training(String name) {
        List<Example<String>> train = read("train");
        return new Workload(
                name,
                Unit.WORDS_PER_SECOND,
                words(train),
                Flops.TRAINING * words(train) * FLOPS,
                () -> () -> TreebankTaggerModel.trainer().epochs(1).fit(train));
    }
}
