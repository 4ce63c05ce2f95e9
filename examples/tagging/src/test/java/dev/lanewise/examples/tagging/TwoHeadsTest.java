package dev.lanewise.examples.tagging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One model of both parts of speech. */
final class TwoHeadsTest {

    private static final String[] TRAINING = {
        "--task", "pos+xpos", "--epochs", "30", "--batch", "1", "--seed", "4", "--threads", "1"
    };

    @TempDir
    static Path directory;

    private static Path data;
    private static Path model;

    @BeforeAll
    static void train() {
        data = SmallModel.write(directory, "two.conllu", SmallModel.CONLLU);
        model = directory.resolve("two.safetensors");
        String said = with(TRAINING, "train", "--train", "" + data, "--dev", "" + data, "--model", "" + model);
        assertTrue(said.contains("task pos+xpos, network pos-xpos: "), said);
        assertTrue(said.contains("6 and 8 tags, 30 epochs"), said);
        assertTrue(
                said.contains("dev upos accuracy 100.00 %, xpos accuracy 100.00 %, all right: accuracy 100.00 %"),
                said);
    }

    /** Runs a command with more arguments before those that are given. */
    private static String with(String[] more, String command, String... arguments) {
        String[] all = new String[1 + more.length + arguments.length];
        all[0] = command;
        System.arraycopy(more, 0, all, 1, more.length);
        System.arraycopy(arguments, 0, all, 1 + more.length, arguments.length);
        return Ran.well(all);
    }

    @Test
    void taggedConlluComesOutAsItWentInButForBothColumns() {
        String blank = SmallModel.CONLLU.replaceAll("(?m)^(\\d+\t\\S+\t\\S+\t)\\S+\t\\S+", "$1_\t_");
        assertEquals(SmallModel.CONLLU, Ran.wellOn(blank, "tag", "--model", model.toString()));
    }

    @Test
    void bothTagsStandBehindAWord() {
        assertEquals(
                "Dogs/NOUN/NNS bark/VERB/VBP ./PUNCT/.\n",
                Ran.wellOn("Dogs bark .\n", "tag", "--model", model.toString(), "--format", "text"));
        assertEquals(
                "Dogs\tNOUN\tNNS\nbark\tVERB\tVBP\n\n",
                Ran.wellOn("Dogs\nbark\n", "tag", "--model", model.toString(), "--format", "columns"));
    }

    @Test
    void theBestTaggingsAreOfBothTags() {
        String said = Ran.wellOn("Dogs bark .\n", "nbest", "--model", model.toString(), "-n", "3");
        assertEquals(4, said.lines().count(), said);
        assertTrue(said.lines().findFirst().orElseThrow().endsWith("\tDogs/NOUN/NNS bark/VERB/VBP ./PUNCT/."), said);
    }

    @Test
    void evalPrintsTheTablesOfBothHeads() {
        Path other = SmallModel.write(
                directory, "other.conllu", SmallModel.CONLLU.replace("Dogs\tdog\tNOUN\tNNS", "Dogs\tdog\tVERB\tNNS"));
        String table = Ran.well("eval", "--model", model.toString(), "--data", other.toString());
        int upos = table.indexOf("upos\n\n");
        int xpos = table.indexOf("xpos\n\n");
        assertTrue(upos == 0 && xpos > 0, table);
        String ofUpos = table.substring(upos, xpos);
        String ofXpos = table.substring(xpos);
        assertTrue(ofUpos.contains("known words") && ofUpos.contains("unknown words"), table);
        assertTrue(ofUpos.contains("88.89") && ofXpos.contains("100.00"), table);
        assertTrue(ofUpos.contains("gold") && ofUpos.contains("predicted"), "the mistake, and the matrix: " + table);
        assertTrue(ofXpos.contains("VBP") && !ofXpos.contains("gold"), table);
        assertTrue(table.contains("all right: accuracy 88.89 %"), table);
    }

    @Test
    void evalPrintsBothHeadsAsJson() {
        String json = Ran.well("eval", "--model", model.toString(), "--data", data.toString(), "--json");
        String right = "\"correct\":9,\"accuracy\":1.000000,\"unknown_accuracy\":0.000000";
        String start = "{\"task\":\"pos+xpos\",\"sentences\":2,\"tokens\":9," + right + ",\"upos\":{" + right
                + "},\"xpos\":{" + right + "},\"words_per_second\":";
        assertTrue(json.startsWith(start), json);
    }

    @Test
    void infoTellsTheTagsOfBothHeads() {
        String info = Ran.well("info", "--model", model.toString());
        assertTrue(info.contains("task pos+xpos, network pos-xpos"), info);
        assertTrue(info.contains("tags upos         6: DET NOUN AUX PART VERB PUNCT"), info);
        assertTrue(info.contains("tags xpos         8: DT NN MD RB VB . NNS VBP"), info);
        assertTrue(info.lines().anyMatch(line -> line.contains("       6  @Linear(of = \"upos\"")), info);
        assertTrue(info.lines().anyMatch(line -> line.contains("       8  @Linear(of = \"xpos\"")), info);
    }

    @Test
    void severalSeedsAndFoldsTellOfBothHeads() {
        String[] briefly = {"--task", "pos+xpos", "--epochs", "2", "--threads", "1", "--quiet"};
        String seeds =
                with(briefly, "train", "--train", "" + data, "--dev", "" + data, "--test", "" + data, "--seeds", "2");
        assertTrue(seeds.contains("dev upos accuracy ") && seeds.contains("test xpos accuracy "), seeds);
        assertTrue(seeds.contains("test all right "), seeds);
        String folds = with(briefly, "crossval", "--data", "" + data, "--folds", "2");
        assertTrue(folds.startsWith("mean accuracy "), folds);
        assertTrue(folds.contains("all folds together: upos accuracy "), folds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            train --task pos+xpos | --task pos+xpos: goes with --train; the embedded treebank has universal parts of speech
            train --task pos+xpos --train DATA --model M --column feats | --column: goes not with --task pos+xpos, which has several: [upos, xpos]
            train --task pos+xpos --train DATA --model M --format columns | --format columns: goes not with --task pos+xpos, which is learned from conllu
            train --task pos+xpos --train DATA --model M --decoder crf | --task pos+xpos: has one network, without --decoder, --ablation and --vectors
            compare decoders --task pos+xpos --train DATA --test DATA | --task pos+xpos: has one network, so there is nothing to compare; give another task
            tag --model MODEL --column misc | --column: goes not with a model of the task pos+xpos, which fills [upos, xpos]
            train --task ner --train DATA --model M --pos MODEL | is a model of the task pos+xpos; give one of parts of speech
            """)
    void whatGoesNotTogetherIsNamed(String arguments, String message) {
        String[] words = arguments
                .replace("DATA", data.toString())
                .replace("MODEL", model.toString())
                .replace("M ", directory.resolve("m.safetensors") + " ")
                .split(" ");
        String said = Ran.wrong(words);
        assertTrue(said.contains(message), said);
    }

    @Test
    void theHeadsThatBothModelsHaveAreCompared() {
        String one = SmallModel.in(directory).toString();
        String two = model.toString();
        String against = "\"measure\":\"accuracy\",\"first\":1.000000,\"second\":1.000000,";
        assertTrue(compared(two, one).contains(",\"against\":{\"upos\":{" + against), compared(two, one));
        assertTrue(compared(one, two).contains(",\"against\":{\"upos\":{" + against), compared(one, two));
        String both = compared(two, two);
        assertTrue(both.contains("\"upos\":{" + against) && both.contains("},\"xpos\":{" + against), both);
        String text = Ran.well("eval", "--model", two, "--data", data.toString(), "--against", two);
        assertTrue(text.contains("second: " + two + "\nupos\n") && text.contains("\n\nxpos\n"), text);
    }

    private static String compared(String first, String second) {
        return Ran.well("eval", "--json", "--model", first, "--data", data.toString(), "--against", second);
    }

    @Test
    void modelsWithoutAHeadInCommonAreNotCompared() {
        Path other = directory.resolve("tags.safetensors");
        Path tags = SmallModel.write(directory, "tags.txt", "Dogs NOUN\nbark VERB\n");
        Ran.well("train", "--task", "tags", "--train", "" + tags, "--model", "" + other, "--decoder", "hmm", "--quiet");
        String said = Ran.wrong("eval", "--model", "" + model, "--data", "" + data, "--against", other.toString());
        assertTrue(said.contains("a model of the task tags cannot be compared with one of pos+xpos"), said);
    }
}
