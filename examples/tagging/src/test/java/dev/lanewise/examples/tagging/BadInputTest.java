package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said on one line, with exit code 2, and nothing is left behind. */
final class BadInputTest {

    @TempDir
    Path directory;

    @Test
    void aLineWithTooFewColumnsIsNamed() throws IOException {
        assertFails("bad.conllu:1: 3 columns instead of 10", "1\ta\tb\n");
    }

    @Test
    void aWrongIndexIsNamed() throws IOException {
        assertFails("bad.conllu:1: ", "7\ta\t_\tNOUN\t_\t_\t_\t_\t_\t_\n\n");
    }

    @Test
    void aWordWithoutTagIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("text.txt"), "Dogs/NOUN\n\n# doc\nDogs/NOUN bark/\n");
        String said = trained(file, "--format", "text");
        assertTrue(said.contains("--train: " + file + ":4: \"bark/\" is no word/TAG; write a slash"), said);
        said = trained(file, "--format", "text", "--column", "2");
        assertTrue(said.contains("--column: goes not with --format text"), said);
        said = trained(Files.writeString(directory.resolve("only.txt"), "# doc\n"), "--format", "text");
        assertTrue(said.contains("only.txt:1: no sentences"), said);
    }

    @Test
    void numbersInThePlaceOfWordsAreNamed() throws IOException {
        Path file = Files.writeString(
                directory.resolve("numbered.txt"), SmallModel.CONLLU.replaceAll("(?m)^\\S+[-.].*\n", ""));
        String said = trained(file, "--task", "tags");
        assertTrue(said.contains("numbered.txt has numbers in its first column; give --format conllu"), said);
    }

    @Test
    void tagsOfWhichNoneIsTheModelsAreNamed() {
        Path model = SmallModel.in(directory);
        Path data = SmallModel.write(directory, "good.conllu", SmallModel.CONLLU);
        String said = Ran.wrong("eval", "--model", model.toString(), "--data", data.toString(), "--column", "deprel");
        assertTrue(
                said.contains("--data: no tag of " + data + ", such as det, is one of the model's, such as DET"), said);
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        assertFails("no sentences", "");
    }

    @Test
    void emptyInputIsNamed() {
        String said = Ran.wrong("tag", "--model", SmallModel.in(directory).toString());
        assertTrue(said.contains("standard input:1: no sentences"), said);
    }

    @Test
    void bytesThatAreNotUtf8AreNamed() throws IOException {
        String good = "1\ta\t_\tNOUN\t_\t_\t_\t_\t_\t_\n\n";
        byte[] bytes = (good + "1\té\t_\tNOUN\t_\t_\t_\t_\t_\t_\n\n").getBytes(StandardCharsets.ISO_8859_1);
        String said = trained(Files.write(directory.resolve("latin1.conllu"), bytes));
        assertTrue(said.contains("--train: ") && said.contains("latin1.conllu:3: ") && said.contains("UTF-8"), said);
    }

    @Test
    void inputThatIsNotUtf8IsNamed() {
        Path model = SmallModel.in(directory);
        byte[] latin1 = "Gut\nSchön\n".getBytes(StandardCharsets.ISO_8859_1);
        String said = Ran.wrongOn(latin1, "tag", "--model", model.toString(), "--format", "text");
        assertTrue(said.contains("standard input:2: ") && said.contains("UTF-8"), said);
    }

    @Test
    void aMissingFileIsNamed() {
        String said = trained(Path.of("nowhere.conllu"));
        assertTrue(said.contains("nowhere.conllu"), said);
    }

    @Test
    void aTruncatedModelIsNamed() throws IOException {
        Path model = SmallModel.in(directory);
        byte[] whole = Files.readAllBytes(model);
        for (int length : new int[] {3, 100, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(directory.resolve("short.safetensors"), Arrays.copyOf(whole, length));
            String said = Ran.wrong("info", "--model", cut.toString());
            assertTrue(said.contains("--model: ") && said.contains("short.safetensors"), said);
        }
    }

    @Test
    void aModelOfAnotherDeclarationIsNamed() {
        Path file = directory.resolve("other.safetensors");
        List<Example<String>> examples = List.of(Example.of(List.of("a", "b"), List.of("A", "B")));
        OtherTaggerModel.trainer().epochs(1).fit(examples).save(file);
        for (String command : List.of("tag", "info")) {
            String said = Ran.wrong(command, "--model", file.toString());
            assertTrue(said.contains("--model: ") && said.contains("other.safetensors"), said);
            assertTrue(said.contains("the interface it was trained with, @Tagger @Embedding(dim = 8,"), said);
        }
    }

    @Test
    void whatCannotBeWrittenIsToldBeforeTraining() {
        Path data = SmallModel.write(directory, "good.conllu", SmallModel.CONLLU);
        Path model = directory.resolve("nowhere").resolve("m.safetensors");
        String said = Ran.wrong("train", "--train", data.toString(), "--model", model.toString());
        assertTrue(said.contains("--model: "), said);
    }

    @Test
    void anErrorInTheMiddleLeavesTheFormerModelAlone() throws IOException {
        Path model = SmallModel.in(directory);
        byte[] before = Files.readAllBytes(model);
        List<Path> files = files();
        Path data = SmallModel.write(directory, "a.conllu", "1\ta\tb\n");
        Ran.wrong("train", "--train", data.toString(), "--model", model.toString());
        assertEquals(files, files());
        assertTrue(Arrays.equals(before, Files.readAllBytes(model)));
    }

    @Test
    void arithmeticThatOverflowsLeavesNothingBehind() throws IOException {
        Path data = SmallModel.write(directory, "good.conllu", SmallModel.CONLLU);
        Path model = directory.resolve("m.safetensors");
        String said = Ran.wrong("train", "--train", data.toString(), "--model", model.toString(), "--lr", "1e38");
        assertTrue(said.contains("--lr 1.0E38: the weights word_embeddings.weight of @Embedding "), said);
        assertEquals(List.of(data), files());
    }

    @Test
    void wrongOptionsAreNamed() {
        assertTrue(Ran.wrong("tran").contains("tran"));
        assertTrue(Ran.wrong("train", "--epochs", "0").contains("--epochs: 0 is too small"));
        assertTrue(Ran.wrong("train", "--lr", "-1").contains("--lr: -1.0 is no learning rate"));
        assertTrue(Ran.wrong("train", "--task", "ner", "--miss-cost", "-1").contains("--miss-cost: -1.0 is no cost"));
        assertTrue(Ran.wrong("train", "--miss-cost", "1").contains("--miss-cost: goes with --task ner"));
        assertTrue(Ran.wrong("train", "--train", "x").contains("--model: missing"));
        assertTrue(Ran.wrong("eval", "--data", "x").contains("--model"));
        assertTrue(Ran.wrong("tag", "--model", "x", "--column", "form").contains("--column: "));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private void assertFails(String expected, String corpus) throws IOException {
        String said = trained(Files.writeString(directory.resolve("bad.conllu"), corpus));
        assertTrue(said.contains(expected), said);
    }

    /** Trains on a bad file, checks that no model is left behind, and returns what was said. */
    private String trained(Path file, String... more) {
        Path model = directory.resolve("m.safetensors");
        Stream<String> arguments =
                Stream.of("train", "--train", file.toString(), "--dev", file.toString(), "--model", model.toString());
        String said = Ran.wrong(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
        assertFalse(Files.exists(model));
        return said;
    }
}
