package dev.lanewise.processor.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lanewise.processor.ClassPlace;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One model is shared by many threads, platform and virtual ones: same results, nothing left behind. */
final class StormTest {
    private static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "Shared",
            "@Embedding(dim = 9) @CharLstm(embedding = 3, hidden = 5) @Lstm(hidden = 9, layers = 2, bidirectional = true)"
                    + " @Linear @Crf");

    @TempDir
    static Path directory;

    @BeforeAll
    static void compile() {
        Compiled.into(directory, SOURCE);
    }

    static Stream<Jdk> jdks() {
        return Stream.concat(Stream.of(Jdk.running()), Jdk.newestOther().stream());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyThreadGetsWhatOneAloneGets(Jdk jdk) {
        // The field that holds the thread locals is private to the JDK.
        ChildJvm jvm = new ChildJvm(
                jdk, Twin.SCALAR, 0, List.of("-Xmx256m", "--add-opens", "java.base/java.lang=ALL-UNNAMED"));
        List<String> expected = List.of(
                "platform threads, 64 of them, wrong results: 0",
                jdk.feature() < 21 ? "virtual threads: none" : "virtual threads, 10000 of them, wrong results: 0",
                "platform threads again, 64 of them, wrong results: 0",
                "memory grew by more than 1 MiB: no",
                "thread locals: []",
                "while saving, wrong results 0, different files: 1",
                "interrupted, wrong results 0, still interrupted: 1",
                "class loader collected: true");
        assertEquals(expected, jvm.run(directory, Storm.class, SOURCE.modelName(), directory.toString()));
    }

    @Test
    void nothingUsesThreadLocals() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(new ClassFileImporter().importPaths(directory, Path.of(ClassPlace.of(Trainer.class))));
    }
}
