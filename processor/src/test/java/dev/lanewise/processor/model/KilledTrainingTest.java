package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains is killed again and again at random moments and ends with the model of an undisturbed training, and a
 * full disk costs nothing that was stored. {@code -Dlanewise.kills=50} kills more often than the tests of every day do.
 */
final class KilledTrainingTest {

    private static final int KILLS = Integer.getInteger("lanewise.kills", 3);

    /** A training has some 50 batches, so that it is killed a few times before it is through. */
    private static final int BATCHES_BETWEEN_KILLS = 24;

    private static final String BATCH = "\\d+ \\d+";
    private static final int MOST_SPINS = 1 << 20;

    @TempDir
    static Path directory;

    private static Path classes;
    private static byte[] expected;

    @BeforeAll
    static void trainUndisturbed() throws IOException {
        classes = Files.createDirectory(directory.resolve("classes"));
        Model<TextTagger<Object>> type =
                Compiled.into(classes, KilledTraining.SOURCE).model(KilledTraining.SOURCE, Twin.VECTOR);
        Path file = directory.resolve("undisturbed.safetensors");
        type.save(KilledTraining.fit(KilledTraining.trainer(type).threads(1)), file);
        expected = Files.readAllBytes(file);
    }

    private static Process start(Path checkpoints, Path model, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + Compiled.classPath(),
                "--add-modules",
                "jdk.incubator.vector",
                // Its file would count against a limit of the file size.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                KilledTraining.class.getName(),
                checkpoints.toString(),
                model.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Lets a process train until it is killed or through; returns whether it was killed. */
    private static boolean killAtRandom(Process process, Random random) throws IOException, InterruptedException {
        int batches = random.nextInt(BATCHES_BETWEEN_KILLS);
        try (BufferedReader said = process.inputReader()) {
            awaitBatches(said, batches);
            // Not always at the same point after a line.
            for (int spins = random.nextInt(MOST_SPINS); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
        }
        return process.waitFor() != 0;
    }

    /** Waits until a process has done so many batches, or has ended; JVMs print warnings of their own. */
    private static void awaitBatches(BufferedReader said, int batches) throws IOException {
        int seen = 0;
        while (seen < batches) {
            String line = said.readLine();
            if (line == null) {
                return;
            }
            seen += line.matches(BATCH) ? 1 : 0;
        }
    }

    private static String runToTheEnd(Process process, int exitCode) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(exitCode, process.waitFor(), said);
        return said;
    }

    @Test
    void endsWithTheModelOfAnUndisturbedTraining() throws Exception {
        Random random = new Random();
        int kills = 0;
        int trainings = 0;
        while (kills < KILLS) {
            Path checkpoints = directory.resolve("killed" + trainings);
            Path model = directory.resolve("killed" + trainings + ".safetensors");
            trainings++;
            boolean killed = true;
            while (killed && kills < KILLS) {
                killed = killAtRandom(start(checkpoints, model), random);
                kills += killed ? 1 : 0;
            }
            if (killed) {
                runToTheEnd(start(checkpoints, model), 0);
            }
            assertArrayEquals(expected, Files.readAllBytes(model), "after " + kills + " kills");
            try (var files = Files.list(checkpoints)) {
                assertEquals(2, files.count(), "a killed writer's file is left");
            }
        }
        System.out.println(kills + " kills in " + trainings + " trainings, every model the same");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs ulimit")
    void aFullDiskIsOneErrorAndKeepsTheLastGoodFile() throws Exception {
        Path checkpoints = directory.resolve("full");
        Path checkpoint = checkpoints.resolve("checkpoint.safetensors");
        Path model = directory.resolve("full.safetensors");
        Process first = start(checkpoints, model);
        try (BufferedReader said = first.inputReader()) {
            awaitBatches(said, 2);
            first.destroyForcibly().waitFor();
        }
        // The next epoch adds the best model so far, which does not fit any more; ulimit counts blocks of 512 bytes.
        long blocks = Files.size(checkpoint) / 512 + 16;
        String said = runToTheEnd(
                start(checkpoints, model, "sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"),
                KilledTraining.REFUSED);
        List<String> lines = said.lines().toList();
        String error = lines.get(lines.size() - 1);
        assertTrue(error.startsWith("cannot write " + checkpoint + ": "), said);
        assertTrue(error.contains("The last checkpoint is still good: make room"), said);
        assertTrue(lines.subList(0, lines.size() - 1).stream().allMatch(line -> line.matches(BATCH + "|WARNING: .*")));
        runToTheEnd(start(checkpoints, model), 0);
        assertArrayEquals(expected, Files.readAllBytes(model));
    }
}
