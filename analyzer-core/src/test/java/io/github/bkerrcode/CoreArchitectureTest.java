package io.github.bkerrcode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the drawing of ARCHITECTURE.md for the core. */
@AnalyzeClasses(packages = "io.github.bkerrcode", importOptions = DoNotIncludeTests.class)
class CoreArchitectureTest {

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("code")
            .definedBy("io.github.bkerrcode.code..")
            .layer("scan")
            .definedBy("io.github.bkerrcode.scan..")
            .layer("catalog")
            .definedBy("io.github.bkerrcode.catalog..")
            .layer("enrich")
            .definedBy("io.github.bkerrcode.enrich..")
            .layer("summary")
            .definedBy("io.github.bkerrcode.summary..")
            .layer("event")
            .definedBy("io.github.bkerrcode.event..")
            .whereLayer("code")
            .mayNotAccessAnyLayer()
            .whereLayer("scan")
            .mayOnlyAccessLayers("code")
            .whereLayer("catalog")
            .mayOnlyAccessLayers("code")
            .whereLayer("enrich")
            .mayOnlyAccessLayers("code", "scan", "catalog")
            .whereLayer("summary")
            .mayOnlyAccessLayers("code", "scan", "catalog", "enrich")
            .whereLayer("event")
            .mayOnlyAccessLayers("code", "scan", "catalog", "enrich", "summary");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.github.bkerrcode.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule vocabularyNeedsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.github.bkerrcode.code..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.github.bkerrcode.code..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule eventsBelongToNoLoggingFramework = noClasses()
            .that()
            .resideInAPackage("io.github.bkerrcode.event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "org.apache.logging..", "io.micrometer..");

    @ArchTest
    static final ArchRule coreTouchesNoConsole = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule summaryKnowsNoFiles = noClasses()
            .that()
            .resideInAPackage("io.github.bkerrcode.summary..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.nio.file..");
}
