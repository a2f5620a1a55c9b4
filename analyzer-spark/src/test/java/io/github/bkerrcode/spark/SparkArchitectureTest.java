package io.github.bkerrcode.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the drawing of ARCHITECTURE.md for the Spark module. */
@AnalyzeClasses(packages = "io.github.bkerrcode", importOptions = DoNotIncludeTests.class)
class SparkArchitectureTest {

    @ArchTest
    static final ArchRule nothingBelowKnowsSpark = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.bkerrcode.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.bkerrcode.spark..", "org.apache..", "scala..");

    @ArchTest
    static final ArchRule workersGetNoCommandLine = noClasses()
            .that()
            .resideInAPackage("io.github.bkerrcode.spark..")
            .and()
            .haveSimpleNameNotEndingWith("Command")
            .and()
            .doNotHaveSimpleName("SparkAnalyzer")
            .and()
            .doNotHaveSimpleName("DefinitionOptions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyWhatUsersNeedIsPublic = classes()
            .that()
            .resideInAPackage("io.github.bkerrcode.spark..")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveSimpleName("ErrorCodes")
            .orShould()
            .haveSimpleName("ErrorCodeOptions")
            .orShould()
            .haveSimpleName("SummaryJob")
            .orShould()
            .haveSimpleName("SparkAnalyzer");

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();
}
