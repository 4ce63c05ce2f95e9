package dev.lanewise.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lanewise.processor", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    /** A stage knows only the stages before it; nothing knows the class that runs them. */
    @ArchTest
    static final ArchRule stagesKnowOnlyWhatComesBeforeThem = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("read")
            .definedBy("dev.lanewise.processor.read..")
            .layer("check")
            .definedBy("dev.lanewise.processor.check..")
            .layer("plan")
            .definedBy("dev.lanewise.processor.plan..")
            .layer("emit")
            .definedBy("dev.lanewise.processor.emit..")
            .layer("layer")
            .definedBy("dev.lanewise.processor.layer..")
            .layer("write")
            .definedBy("dev.lanewise.processor.write..")
            .layer("processor")
            .definedBy("dev.lanewise.processor")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("check", "plan", "emit", "layer", "write", "processor")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("plan", "emit", "layer", "write", "processor")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("emit", "layer", "write", "processor")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("layer", "write", "processor")
            .whereLayer("layer")
            .mayOnlyBeAccessedByLayers("write", "processor")
            .whereLayer("write")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("processor")
            .mayNotBeAccessedByAnyLayer();

    /** Annotations are read by name: their classes are on the user's class path, not on the processor's. */
    @ArchTest
    static final ArchRule processorDependsOnTheCompilerAndJavaPoetOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lanewise.processor..",
                    "java..",
                    "javax.annotation.processing",
                    "javax.lang.model..",
                    "javax.tools",
                    "com.palantir.javapoet",
                    "com.google.auto.service",
                    "org.jspecify.annotations");
}
