package dev.lanewise.runtime.train;

import dev.lanewise.runtime.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one line for each epoch, as soon as it is over:
 *
 * <pre>{@code
 * trainer.listener(TrainingLog.csv(Path.of("training.csv")))
 * }</pre>
 *
 * A line is written at once and closed, so that the file can be read at any time and after a kill. A training from the start
 * replaces the file. One that is resumed from a checkpoint keeps the epochs that it does not repeat, so that every epoch
 * stands there once. The fields: epoch, epochs, loss (mean negative log-likelihood a word), words, seconds, words_per_second,
 * learning_rate (of the last step) and best; with development data dev_accuracy, dev_unknown_accuracy and dev_metric too. A
 * model with several heads has, behind these, loss (before the head's weight), dev_accuracy, dev_unknown_accuracy and dev_metric
 * of each, with an underscore and the component that it gives: {@code loss_upos}. Accuracies are from 0 to 1.
 */
public final class TrainingLog implements TrainingListener {

    private final Path file;
    private final LogFormat format;
    private boolean begun;

    private TrainingLog(Path file, LogFormat format) {
        AtomicFile.check(file);
        this.file = file;
        this.format = format;
    }

    /**
     * A log with commas between the fields, and a first line that names them.
     *
     * @param file the file to make or to replace; its directory must exist
     * @throws UncheckedIOException if it could not be written there
     */
    public static TrainingLog csv(Path file) {
        return new TrainingLog(file, LogFormat.CSV);
    }

    /**
     * A log of one JSON object a line.
     *
     * @param file the file to make or to replace; its directory must exist
     * @throws UncheckedIOException if it could not be written there
     */
    public static TrainingLog jsonLines(Path file) {
        return new TrainingLog(file, LogFormat.JSON_LINES);
    }

    @Override
    public void epoch(EpochReport report) {
        if (!begun || report.epoch() == 1) {
            String kept = report.epoch() == 1 ? format.header(report) : linesBefore(report);
            AtomicFile.write(file, out -> out.write(kept.getBytes(StandardCharsets.UTF_8)));
            begun = true;
        }
        append(format.line(report));
    }

    /** The complete lines of the epochs before one. */
    private String linesBefore(EpochReport report) {
        StringBuilder kept = new StringBuilder(format.header(report));
        try {
            String old = Files.exists(file) ? Files.readString(file) : "";
            int begin = 0;
            for (int end = old.indexOf('\n'); end >= 0; end = old.indexOf('\n', begin)) {
                int number = format.epoch(old.substring(begin, end));
                if (number > 0 && number < report.epoch()) {
                    kept.append(old, begin, end + 1);
                }
                begin = end + 1;
            }
        } catch (IOException e) {
            throw refused("read", e);
        }
        return kept.toString();
    }

    private void append(String line) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw refused("write", e);
        }
    }

    private UncheckedIOException refused(String action, IOException e) {
        return new UncheckedIOException(
                "cannot " + action + " the training log " + file + ": " + e + "; choose another place", e);
    }
}
