package dev.lanewise.examples.tutorial;

import dev.lanewise.runtime.model.ModelInfo.TensorInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Not in the tutorial: the trained tagger in a file that PyTorch can read too, and back. */
final class SaveCell {

    private final PrintStream out;

    SaveCell(PrintStream out) {
        this.out = out;
    }

    void run(PosTaggerModel model) {
        try {
            Path file = Files.createTempFile("tutorial", ".safetensors");
            try {
                saveAndLoad(model, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file can be made: " + e.getMessage(), e);
        }
    }

    private void saveAndLoad(PosTaggerModel model, Path file) {
        model.save(file);
        PosTaggerModel same = PosTaggerModel.load(file);
        for (TensorInfo tensor : same.info().tensors()) {
            out.println(tensor.name() + " " + tensor.shape());
        }
        out.println(TrainingData.firstSentence() + " -> " + same.tag(TrainingData.firstSentence()));
    }
}
