package dev.lanewise.annotation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lanewise", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule annotationsDependOnNothing = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.lanewise.annotation", "java.lang..", "org.jspecify.annotations");
}
