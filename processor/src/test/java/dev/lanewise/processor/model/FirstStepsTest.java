package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that has just started makes no class of a lambda for us, and the vector twin is not loaded while the scalar one runs. */
final class FirstStepsTest {

    @TempDir
    private Path directory;

    @Test
    void noClassIsMadeByTrainingLoadingAndTagging() throws IOException {
        Compiled compiled = Compiled.into(directory, FirstSteps.SOURCE, FirstSteps.HEADS);
        Model<TextTagger<Object>> type = compiled.model(FirstSteps.SOURCE, Twin.SCALAR);
        Model<TwoHeads> heads = compiled.model(FirstSteps.HEADS, Twin.SCALAR);
        Path file = directory.resolve("model");
        Path ofHeads = directory.resolve("heads");
        type.save(FirstSteps.train(type), file);
        heads.save(FirstSteps.trainHeads(heads), ofHeads);
        Path log = directory.resolve("classes.txt");
        List<String> said = ChildJvm.of(Twin.SCALAR, "-Xlog:class+load:file=" + log)
                .run(directory, FirstSteps.class, file.toString(), ofHeads.toString());
        assertEquals(List.of("2 2 2 2"), said);
        List<String> loaded = Files.readAllLines(log);
        assertFalse(ours(loaded, "").isEmpty());
        assertEquals(List.of(), ours(loaded, "$$Lambda"));
        assertEquals(List.of(), ours(loaded, "VectorKernels"));
    }

    /** The classes of the runtime and of the generated model in whose line a text stands. */
    private static List<String> ours(List<String> loaded, String text) {
        return loaded.stream()
                .filter(line -> line.contains(" dev.lanewise.runtime.") || line.contains(" " + Source.PACKAGE + "."))
                .filter(line -> line.contains(text))
                .toList();
    }
}
