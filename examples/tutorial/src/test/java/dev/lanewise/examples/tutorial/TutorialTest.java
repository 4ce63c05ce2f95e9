package dev.lanewise.examples.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tutorial prints what PyTorch prints, digit for digit. */
class TutorialTest {

    private static final Golden PAGE = Golden.read("/golden/tutorial_page.json");

    private static String output = "";

    @BeforeAll
    static void runTheTutorial() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Tutorial.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        output = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void steppingGivesThePagesOutputsAndState() {
        String part = between("One input at a time:\n", "The whole sequence at once:\n");
        assertEquals(outputsAndState("stepped"), part);
    }

    @Test
    void theWholeSequenceGivesThePagesOutputsAndState() {
        String part = between("The whole sequence at once:\n", "\nAn LSTM for");
        assertEquals(outputsAndState("whole"), part);
    }

    private static String outputsAndState(String run) {
        return TensorText.batchOfOne(PAGE.rows(run, "outputs")) + "\n" + "tensor([1, 1, 1, 1, 1])\n("
                + TensorText.batchOfOne(PAGE.rows(run, "hn")) + ", " + TensorText.batchOfOne(PAGE.rows(run, "cn"))
                + ")\n";
    }

    @Test
    void wordsAreNumberedInTheirOrder() {
        assertPrinted("{'The': 0, 'dog': 1, 'ate': 2, 'the': 3, 'apple': 4, 'Everybody': 5, 'read': 6, 'that': 7,"
                + " 'book': 8}\n");
    }

    @Test
    void scoresBeforeTrainingAreThePages() {
        assertPrinted("Scores before training:\n" + TensorText.matrix(PAGE.rows("scores_before")) + "\n");
        assertPrinted("tensor([[-1.1389, -1.2024, -0.9693],\n");
    }

    @Test
    void scoresAfterTrainingAreThePages() {
        assertPrinted("Scores after training:\n" + TensorText.matrix(PAGE.rows("scores_after"))
                + "\ntensor([0, 1, 2, 0, 1])\n[The, dog, ate, the, apple] -> [DET, NN, V, DET, NN]\n");
        assertPrinted("tensor([[-0.0462, -4.0106, -3.6096],\n");
    }

    /** PyTorch's float run with its own seed 1: its tables, and the means a word of its losses. */
    @Test
    void theCharacterTaggerTrainsAsInPyTorch() {
        assertPrinted("""
                Exercise: character-level features
                ==================================
                Scores before training:
                tensor([[-1.0751, -0.9785, -1.2629],
                        [-1.0997, -0.9334, -1.2954],
                        [-1.1172, -0.9052, -1.3155],
                        [-1.1117, -0.9256, -1.2920],
                        [-1.1444, -0.9271, -1.2522]])
                epoch   1: loss 1.0747
                epoch 100: loss 0.7093
                epoch 200: loss 0.0947
                epoch 300: loss 0.0288
                Scores after training:
                tensor([[-0.0277, -4.1178, -4.5072],
                        [-4.8772, -0.0112, -5.6570],
                        [-2.9868, -4.3191, -0.0659],
                        [-0.0433, -4.5478, -3.4494],
                        [-4.8802, -0.0126, -5.3137]])
                [The, dog, ate, the, apple] -> [DET, NN, V, DET, NN]
                """);
    }

    @Test
    void theLoadedModelTagsAsTheSavedOne() {
        assertTrue(
                output.endsWith("hidden2tag.weight [3, 6]\nhidden2tag.bias [3]\n"
                        + "[The, dog, ate, the, apple] -> [DET, NN, V, DET, NN]\n"),
                output);
    }

    private static void assertPrinted(String part) {
        assertTrue(output.contains(part), () -> "missing:\n" + part + "\nin:\n" + output);
    }

    private static String between(String start, String end) {
        int from = output.indexOf(start) + start.length();
        return output.substring(from, output.indexOf(end, from));
    }
}
