package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.processor.model.HmmTagger.Tag;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of hidden Markov models that are not what they should be. */
class HmmFileTest {

    private static final Source<HmmTagger<String>> SOURCE = Source.hmm("Stored", String.class, "@Hmm");
    private static final Source<HmmTagger<String>> OTHER = Source.hmm("Other", String.class, "@Hmm(suffix = 3)");
    private static final Source<HmmTagger<Tag>> CONSTANTS = Source.hmm("Constants", Tag.class, "@Hmm");

    @TempDir
    private static Path directory;

    private static Compiled compiled;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeAll
    static void compile() {
        compiled = Compiled.into(directory, SOURCE, OTHER, CONSTANTS);
    }

    /** Words a (1) and b (2), tags A (0) and B (1), the boundary 2. */
    @BeforeEach
    void save() {
        file = folder.resolve("hmm.safetensors");
        Model<HmmTagger<String>> type = compiled.model(SOURCE, Twin.SCALAR);
        type.save(
                type.<String>hmmTrainer()
                        .fit(List.of(
                                Example.of(List.of("a", "b"), List.of("A", "B")),
                                Example.of(List.of("a"), List.of("A")))),
                file);
    }

    @Test
    void theFileHoldsTheCounts() {
        SafeTensors content = SafeTensors.read(file);
        assertEquals(
                Tensor.of("hmm.transitions", new float[] {0, 1, 2, 1, 2, 0, 1, 1, 2, 0, 2, 1, 2, 2, 0, 2}, 4, 4),
                content.tensor("hmm.transitions"));
        assertEquals(Tensor.of("hmm.emissions", new float[] {1, 0, 2, 2, 1, 1}, 2, 3), content.tensor("hmm.emissions"));
        assertEquals("[\"a\",\"b\"]", content.metadata().get("lanewise.vocabulary.hmm"));
        assertEquals("[\"A\",\"B\"]", content.metadata().get("lanewise.tags"));
    }

    private String error(Source<?> source) {
        String message = assertThrows(
                        ModelFormatException.class,
                        () -> compiled.model(source, Twin.SCALAR).load(file))
                .getMessage();
        return message.replace(file.toString(), "FILE");
    }

    private void rewrite(UnaryOperator<Tensor> tensors) {
        SafeTensors content = SafeTensors.read(file);
        SafeTensors.of(
                        content.metadata(),
                        content.tensors().stream().map(tensors).toList())
                .write(file);
    }

    /** Puts a number in a place of a tensor. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hmm.transitions | 2  | 3         | row 0 holds 3.0, no whole number from 0 to 2
            hmm.transitions | 0  | -1        | row 0 holds -1.0, no whole number from 0 to 2
            hmm.transitions | 3  | 0.5       | row 0 holds 0.5, no whole number from 1 to 16777216
            hmm.transitions | 3  | 0         | row 0 holds 0.0, no whole number from 1 to 16777216
            hmm.transitions | 3  | 1e9       | row 0 holds 1.0E9, no whole number from 1 to 16777216
            hmm.transitions | 8  | 0         | row 2 is not greater than the row before it
            hmm.emissions   | 0  | 3         | row 0 holds 3.0, no whole number from 0 to 2
            hmm.emissions   | 3  | 0         | row 1 is not greater than the row before it
            """)
    void badNumbersAreFoundInTheirTensor(String name, int at, float number, String problem) {
        rewrite(tensor -> {
            if (tensor.name().equals(name)) {
                tensor.values()[at] = number;
            }
            return tensor;
        });
        String error = error(SOURCE);
        String start = "FILE: the tensor " + name + " is damaged: " + problem;
        assertEquals(start, error.substring(0, Math.min(start.length(), error.length())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hmm.transitions | 15 | 3 | transitions and emissions count tag 0 differently
            hmm.emissions   | 3  | 1 | word 2 has no tag
            hmm.transitions | 3  | 2 | transitions and emissions count tag 1 differently
            hmm.emissions   | 2  | 3 | transitions and emissions count tag 0 differently
            hmm.emissions   | 0  | 0 | word 1 has no tag
            """)
    void countsThatContradictEachOtherAreAnError(String name, int at, float number, String problem) {
        rewrite(tensor -> {
            if (tensor.name().equals(name)) {
                tensor.values()[at] = number;
            }
            return tensor;
        });
        String start = "FILE: what it has counted is damaged: " + problem;
        assertEquals(start, error(SOURCE).substring(0, start.length()));
    }

    @Test
    void shapesAreChecked() {
        rewrite(tensor ->
                tensor.name().equals("hmm.emissions") ? Tensor.of(tensor.name(), tensor.values(), 3, 2) : tensor);
        String start = "FILE: the tensor hmm.emissions is damaged: it has the shape [3, 2], not [rows, 3]";
        assertEquals(start, error(SOURCE).substring(0, start.length()));
    }

    @Test
    void otherTensorsAreAnError() {
        SafeTensors content = SafeTensors.read(file);
        List<Tensor> more = new ArrayList<>(content.tensors());
        more.add(Tensor.of("lstm.weight", new float[] {1}, 1));
        SafeTensors.of(content.metadata(), more).write(file);
        String start = "FILE: it has the tensor lstm.weight, which no annotation of Stored declares";
        assertEquals(start, error(SOURCE).substring(0, start.length()));
    }

    @Test
    void anotherDeclarationIsAnError() {
        String start =
                "FILE: it was trained with another declaration than @Tagger @Hmm(order = 2, suffix = 3, rare = 10)";
        assertEquals(start, error(OTHER).substring(0, start.length()));
    }

    @Test
    void otherTagsAreAnError() {
        Map<String, String> metadata =
                new LinkedHashMap<>(SafeTensors.read(file).metadata());
        metadata.put("lanewise.tags", "[\"A\",\"C\"]");
        SafeTensors.of(metadata, SafeTensors.read(file).tensors()).write(file);
        assertTrue(error(CONSTANTS).contains("the tags are [A, C], but the enum has [A, B, C, NEVER]"));
    }
}
