package io.github.bkerrcode.logback;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps what an application must have beside this module down to Logback. */
@AnalyzeClasses(packages = "io.github.bkerrcode.logback", importOptions = DoNotIncludeTests.class)
class LogbackArchitectureTest {

    private static final String JSON = "io.github.bkerrcode.logback.ErrorCodeJsonProvider";
    private static final String METRICS = "io.github.bkerrcode.logback.ErrorCodeMetrics";

    @ArchTest
    static final ArchRule moduleNeedsCoreAndLogbackOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.bkerrcode.code",
                    "io.github.bkerrcode.scan",
                    "io.github.bkerrcode.catalog",
                    "io.github.bkerrcode.enrich",
                    "io.github.bkerrcode.summary",
                    "io.github.bkerrcode.event",
                    "io.github.bkerrcode.logback",
                    "java..",
                    "ch.qos.logback..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "net.logstash..",
                    "tools.jackson..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheJsonProviderNeedsLogstash = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(JSON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.logstash..", "tools.jackson..");

    @ArchTest
    static final ArchRule onlyTheMetricsNeedMicrometer = noClasses()
            .that()
            .haveNameNotMatching(METRICS.replace(".", "\\.") + "(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule nothingNeedsTheOptionalParts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(JSON)
            .and()
            .haveNameNotMatching(METRICS.replace(".", "\\.") + "(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(JSON)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(METRICS);

    @ArchTest
    static final ArchRule noStaticFieldCanBeReassigned =
            fields().that().areStatic().should().beFinal();
}
