package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training and tagging give the same bits in both twins, on every vector width, on every JDK, with any number of threads, with and
 * without the word cache, and in whatever batches.
 */
final class ReproducibilityTest {

    private static final int AT_ONCE = 2;

    @TempDir
    static Path directory;

    private static Path classes;

    /** The digests of {@link TrainedModel} by what they are of, with the JVMs that gave them. */
    private static final Map<String, Map<String, Set<String>>> DIGESTS = new TreeMap<>();

    @BeforeAll
    static void trainOnTheRunningJdk() throws Exception {
        classes = Files.createDirectory(directory.resolve("classes"));
        List<Source<?>> sources = new ArrayList<>(List.of(TrainedHeads.SOURCE));
        for (TrainedModel each : TrainedModel.values()) {
            sources.add(each.source());
        }
        Compiled.into(classes, sources);
        train(Jdk.running());
    }

    @Test
    void everyTwinWidthNumberOfThreadsCacheAndBatch() {
        assertOneDigestEach();
    }

    @Test
    void anotherJdk() throws Exception {
        Optional<Jdk> other = Jdk.newestOther();
        assumeTrue(
                other.isPresent(),
                () -> "only JDK " + Jdk.running().feature()
                        + " was found: install another one beside it, or set JAVA_HOME_OTHER, to compare them");
        train(other.orElseThrow());
        assertOneDigestEach();
    }

    private static void assertOneDigestEach() {
        assertEquals(3 * TrainedModel.MODELS, DIGESTS.size(), DIGESTS::toString);
        DIGESTS.forEach((what, found) -> assertEquals(1, found.size(), () -> what + " differs: " + found));
    }

    private static void train(Jdk jdk) throws IOException, InterruptedException, ExecutionException {
        List<ChildJvm> children = ChildJvm.ofEveryWidth(jdk);
        List<Callable<List<String>>> runs = new ArrayList<>();
        for (ChildJvm child : children) {
            Path models = Files.createTempDirectory(directory, "models");
            runs.add(() -> child.run(classes, TrainedModel.class, models.toString()));
        }
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<String>>> results = executor.invokeAll(runs);
            for (int i = 0; i < results.size(); i++) {
                note(children.get(i), results.get(i).get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static void note(ChildJvm child, List<String> lines) {
        assertEquals(TrainedModel.LINES * TrainedModel.MODELS, lines.size(), () -> child + ": " + lines);
        for (String line : lines) {
            int digest = line.lastIndexOf(' ') + 1;
            DIGESTS.computeIfAbsent(line.substring(0, digest).strip(), any -> new TreeMap<>())
                    .computeIfAbsent(line.substring(digest), any -> new TreeSet<>())
                    .add(child.toString());
        }
    }
}
