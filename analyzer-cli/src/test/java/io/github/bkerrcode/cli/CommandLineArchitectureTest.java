package io.github.bkerrcode.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the drawing of ARCHITECTURE.md for the command line. */
@AnalyzeClasses(packages = "io.github.bkerrcode", importOptions = DoNotIncludeTests.class)
class CommandLineArchitectureTest {

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("input")
            .definedBy("io.github.bkerrcode.input..")
            .layer("batch")
            .definedBy("io.github.bkerrcode.batch..")
            .layer("report")
            .definedBy("io.github.bkerrcode.cli.report..")
            .layer("export")
            .definedBy("io.github.bkerrcode.cli.export..")
            .layer("imports")
            .definedBy("io.github.bkerrcode.cli.imports..")
            .layer("command")
            .definedBy("io.github.bkerrcode.cli.command..")
            .whereLayer("input")
            .mayNotAccessAnyLayer()
            .whereLayer("report")
            .mayNotAccessAnyLayer()
            .whereLayer("export")
            .mayOnlyAccessLayers("report")
            .whereLayer("imports")
            .mayOnlyAccessLayers("input")
            .whereLayer("batch")
            .mayOnlyAccessLayers("input")
            .whereLayer("command")
            .mayOnlyAccessLayers("input", "batch", "report", "export", "imports");

    @ArchTest
    static final ArchRule nothingBelowKnowsTheCommandLine = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.bkerrcode.code..",
                    "io.github.bkerrcode.scan..",
                    "io.github.bkerrcode.catalog..",
                    "io.github.bkerrcode.enrich..",
                    "io.github.bkerrcode.summary..",
                    "io.github.bkerrcode.input..",
                    "io.github.bkerrcode.batch..",
                    "io.github.bkerrcode.vector..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.bkerrcode.cli..", "picocli..", "org.jline..");

    @ArchTest
    static final ArchRule reportsReadNoFiles = noClasses()
            .that()
            .resideInAnyPackage("io.github.bkerrcode.cli.report..", "io.github.bkerrcode.cli.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..");

    @ArchTest
    static final ArchRule onlyImportsKnowOtherForms = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.bkerrcode.cli.imports..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.commonmark..",
                    "org.yaml..",
                    "com.fasterxml.jackson.dataformat..",
                    "de.siegmar.fastcsv.reader..");

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();
}
