package dev.lanewise.examples.tagging.corpus;

import dev.lanewise.runtime.data.CorpusException;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what the command {@code tag --format text} writes, and the Brown corpus: a sentence a line, {@code word/TAG} between spaces, split
 * at the last slash. Blank lines, and lines that begin with {@code #} and a space, are no sentences.
 */
final class SlashReader {

    private SlashReader() {}

    /**
     * Reads a whole file.
     *
     * @throws CorpusException if a word has no tag, or there are no sentences
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    static List<Example<String>> read(Path file) {
        List<Example<String>> examples = new ArrayList<>();
        long line = 0;
        try (TextReader lines = TextReader.open(file)) {
            for (List<String> tokens : lines) {
                line++;
                if (!tokens.isEmpty() && !tokens.get(0).equals("#")) {
                    examples.add(example(tokens, file, line));
                }
            }
        }
        if (examples.isEmpty()) {
            throw new CorpusException(
                    file.toString(), Math.max(1, line), "no sentences", "give a file with at least one");
        }
        return examples;
    }

    private static Example<String> example(List<String> tokens, Path file, long line) {
        List<String> words = new ArrayList<>(tokens.size());
        List<String> tags = new ArrayList<>(tokens.size());
        for (String token : tokens) {
            int slash = token.lastIndexOf('/');
            if (slash < 1 || slash == token.length() - 1) {
                throw new CorpusException(
                        file.toString(),
                        line,
                        "\"" + token + "\" is no word/TAG",
                        "write a slash and a tag behind each word, or give another --format");
            }
            words.add(token.substring(0, slash));
            tags.add(token.substring(slash + 1));
        }
        return Example.of(words, tags);
    }
}
