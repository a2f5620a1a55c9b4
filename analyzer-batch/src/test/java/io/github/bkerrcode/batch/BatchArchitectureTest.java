package io.github.bkerrcode.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the drawing of ARCHITECTURE.md for the batch engine and what stands below it. */
@AnalyzeClasses(packages = "io.github.bkerrcode", importOptions = DoNotIncludeTests.class)
class BatchArchitectureTest {

    @ArchTest
    static final ArchRule inputKnowsNothingOfCodes = noClasses()
            .that()
            .resideInAPackage("io.github.bkerrcode.input..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.bkerrcode.scan..",
                    "io.github.bkerrcode.catalog..",
                    "io.github.bkerrcode.summary..",
                    "io.github.bkerrcode.batch..");

    @ArchTest
    static final ArchRule vectorsServeTheByteEngineOnly = classes()
            .that()
            .resideInAPackage("io.github.bkerrcode.vector..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.bkerrcode.vector..",
                    "io.github.bkerrcode.scan.internal..",
                    "jdk.incubator.vector..",
                    "org.jspecify.annotations..",
                    "java..");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.bkerrcode.code..",
                    "io.github.bkerrcode.scan..",
                    "io.github.bkerrcode.catalog..",
                    "io.github.bkerrcode.enrich..",
                    "io.github.bkerrcode.summary..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.bkerrcode.input..", "io.github.bkerrcode.batch..");

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();
}
