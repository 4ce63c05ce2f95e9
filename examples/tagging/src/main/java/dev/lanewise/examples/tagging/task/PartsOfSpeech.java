package dev.lanewise.examples.tagging.task;

import dev.lanewise.examples.tagging.model.EntityPosTaggerModel;
import dev.lanewise.examples.tagging.model.Token;
import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives words their parts of speech before another model reads them. It is a model of this program too, in a file of its own.
 *
 * @param model what tags the words
 * @param name its file, for people
 * @param mark what a model that reads these parts of speech remembers them by: 16 digits of the file's SHA-256
 */
public record PartsOfSpeech(TaskModel model, String name, String mark) {

    private static final int MARK_BYTES = 8;

    /**
     * Reads a model of parts of speech, or of other tags of words.
     *
     * @throws dev.lanewise.runtime.file.ModelFormatException if the file is damaged or none of this program
     * @throws IllegalArgumentException if its tags write down spans, or it has several heads
     * @throws UncheckedIOException if it cannot be read
     */
    public static PartsOfSpeech read(Path file) {
        TaskModel model = TaskModel.load(file);
        Task task = model.notes().task();
        if (task.spans() || !task.heads().isEmpty()) {
            throw new IllegalArgumentException(file + " is a model of the task " + task
                    + "; give one of parts of speech, of the task xpos or pos");
        }
        return new PartsOfSpeech(model, file.toString(), mark(file));
    }

    private static String mark(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The words of each sentence with their parts of speech. */
    List<List<Token>> tokens(List<List<String>> sentences) {
        List<List<String>> tags = model.tagAll(sentences);
        List<List<Token>> result = new ArrayList<>(sentences.size());
        for (int i = 0; i < sentences.size(); i++) {
            result.add(tokens(sentences.get(i), tags.get(i)));
        }
        return result;
    }

    private static List<Token> tokens(List<String> words, List<String> tags) {
        List<Token> tokens = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            tokens.add(new Token(words.get(i), tags.get(i)));
        }
        return tokens;
    }

    /** The same examples with the parts of speech of their words, for every network that reads them. */
    List<Example<String>> join(List<Example<String>> examples) {
        List<List<Token>> tokens = tokens(examples.stream().map(Example::words).toList());
        List<Example<String>> result = new ArrayList<>(examples.size());
        for (int i = 0; i < examples.size(); i++) {
            result.add(
                    EntityPosTaggerModel.example(tokens.get(i), examples.get(i).tags()));
        }
        return result;
    }
}
