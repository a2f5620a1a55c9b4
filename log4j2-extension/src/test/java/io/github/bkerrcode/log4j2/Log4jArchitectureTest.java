package io.github.bkerrcode.log4j2;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps what an application must have beside this module down to Log4j Core. */
@AnalyzeClasses(packages = "io.github.bkerrcode.log4j2", importOptions = DoNotIncludeTests.class)
class Log4jArchitectureTest {

    private static final String JSON = ".*\\.ErrorCodeResolver(Factory)?";
    private static final String METRICS = ".*\\.ErrorCodeMetrics(\\$.*)?";

    @ArchTest
    static final ArchRule moduleNeedsCoreAndLog4jOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.bkerrcode.code",
                    "io.github.bkerrcode.scan",
                    "io.github.bkerrcode.catalog",
                    "io.github.bkerrcode.enrich",
                    "io.github.bkerrcode.summary",
                    "io.github.bkerrcode.event",
                    "io.github.bkerrcode.log4j2",
                    "java..",
                    "org.apache.logging.log4j..",
                    "org.jspecify..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheResolverNeedsTheJsonLayout = noClasses()
            .that()
            .haveNameNotMatching(JSON)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.logging.log4j.layout..");

    @ArchTest
    static final ArchRule onlyTheMetricsNeedMicrometer = noClasses()
            .that()
            .haveNameNotMatching(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule nothingNeedsTheOptionalParts = noClasses()
            .that()
            .haveNameNotMatching(JSON)
            .and()
            .haveNameNotMatching(METRICS)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(JSON)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(METRICS);

    @ArchTest
    static final ArchRule asynchronousLoggersStayOptional = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.logging.log4j.core.async..", "com.lmax..");

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();
}
