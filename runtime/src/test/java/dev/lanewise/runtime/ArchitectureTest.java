package dev.lanewise.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.lanewise", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String ROOT = "dev.lanewise.runtime";

    @ArchTest
    static final ArchRule runtimeDependsOnNothing = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "..", "java..", "jdk.incubator.vector", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule nothingIsDeserialisedByJava = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(Object(Input|Output)Stream|ObjectInput|Externalizable)");

    @ArchTest
    static final ArchRule laneStandsAlone = knowsOnly("lane");

    @ArchTest
    static final ArchRule dataStandsAlone = knowsOnly("data");

    @ArchTest
    static final ArchRule randomStandsAlone = knowsOnly("random");

    @ArchTest
    static final ArchRule jsonStandsAlone = knowsOnly("file.json");

    @ArchTest
    static final ArchRule fileKnowsOnlyDataAndJson = knowsOnly("file", "data", "file.json");

    @ArchTest
    static final ArchRule evalKnowsOnlyDataSpansAndRandom = knowsOnly("eval", "data", "spans", "random");

    @ArchTest
    static final ArchRule resultsKnowOnlyDataAndSpans = knowsOnly("", "data", "spans");

    @ArchTest
    static final ArchRule spansStandAlone = knowsOnly("spans");

    @ArchTest
    static final ArchRule modelKnowsNeitherTrainingNorEvaluation =
            knowsOnly("model", "", "lane", "data", "random", "file", "file.json");

    @ArchTest
    static final ArchRule onnxKnowsOnlyFiles = knowsOnly("onnx", "file");

    @ArchTest
    static final ArchRule hmmKnowsNeitherTrainingNorEvaluation = knowsOnly("hmm", "", "data", "file", "model");

    /** The rule that a package uses itself, the given ones and the JDK; "" is the root, where the results are. */
    private static ArchRule knowsOnly(String name, String... others) {
        List<String> allowed = Stream.concat(Stream.of(name), Arrays.stream(others))
                .map(ArchitectureTest::packageOf)
                .toList();
        return classes()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .onlyDependOnClassesThat(describe(
                        "are foreign or in " + allowed.stream().collect(Collectors.joining(", ")),
                        (JavaClass used) ->
                                !used.getPackageName().startsWith(ROOT) || allowed.contains(used.getPackageName())))
                .allowEmptyShould(true);
    }

    private static String packageOf(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}
