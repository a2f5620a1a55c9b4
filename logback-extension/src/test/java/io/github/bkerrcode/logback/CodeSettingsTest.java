package io.github.bkerrcode.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.core.spi.ContextAware;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.event.CodeSettings;
import io.github.bkerrcode.scan.Confidence;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSettingsTest {

    @RegisterExtension
    final LogbackContexts logback = new LogbackContexts();

    private final CodeSettings settings = new CodeSettings();
    private final ContextAware owner = new ContextAwareBase();
    private final LogbackComponent component = new LogbackComponent(owner);

    @BeforeEach
    void ownerBelongsToTheContext() {
        owner.setContext(logback.context());
    }

    private EventEnricher enricher(String name, String value) {
        settings.set(name, value);
        return EventEnricher.of(settings, component);
    }

    private static boolean isWanted(EventEnricher enricher, String logger, Level level) {
        return enricher.isWanted(LogbackContexts.event(logger, level, "any"));
    }

    private void assertSaid(String... parts) {
        assertThat(logback.problems()).singleElement().asString().contains(parts);
    }

    @Test
    void defaultsAreUsedWhereNothingIsSet() {
        EventEnricher enricher = EventEnricher.of(settings, component);

        assertThat(enricher.codes().settings()).isEqualTo(EnricherSettings.DEFAULT);
        assertThat(enricher.finder().max()).isEqualTo(3);
        assertThat(isWanted(enricher, "any", Level.TRACE)).isTrue();
        assertThat(logback.problems()).isEmpty();
    }

    @Test
    void caseAndBlanksDoNotMatter() {
        settings.set("lang", " EN ");
        settings.set("minConfidence", " High ");
        settings.set("max", " 7 ");

        EventEnricher enricher = EventEnricher.of(settings, component);

        assertThat(enricher.codes().settings().language()).isEqualTo(Language.EN);
        assertThat(enricher.codes().settings().minConfidence()).isEqualTo(Confidence.HIGH);
        assertThat(enricher.finder().max()).isEqualTo(7);
        assertThat(logback.problems()).isEmpty();
    }

    @Test
    void localeOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(enricher("minConfidence", "high").codes().settings().minConfidence())
                    .isEqualTo(Confidence.HIGH);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void mistakenLanguageNamesTheAllowedOnes() {
        assertThat(enricher("lang", "fr").codes().settings().language()).isEqualTo(Language.ZH);
        assertSaid("<lang>", "[fr]", "zh or en", "using zh");
    }

    @Test
    void mistakenConfidenceNamesTheAllowedOnes() {
        assertThat(enricher("minConfidence", "sure").codes().settings().minConfidence())
                .isEqualTo(Confidence.MEDIUM);
        assertSaid("<minConfidence>", "[sure]", "low, medium or high", "using medium");
    }

    @Test
    void mistakenLevelNamesTheAllowedOnes() {
        assertThat(isWanted(enricher("minLevel", "loud"), "any", Level.TRACE)).isTrue();
        assertSaid("<minLevel>", "[loud]", "trace, debug, info, warn or error", "using trace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5", "99999999999"})
    void mistakenMaxNamesWhatIsAllowed(String value) {
        assertThat(enricher("max", value).finder().max()).isEqualTo(3);
        assertSaid("<max>", "[" + value + "]", "a number from 1 on", "using 3");
    }

    @Test
    void pathThatIsNoneIsSaidAndLeftOut() {
        assertThat(enricher("catalog", "a\0b").codes().settings().catalogs()).isEmpty();
        assertSaid("<catalog>", "is no path");
    }

    @Test
    void ruleFileThatIsNoPathIsSaidAndLeftOut() {
        assertThat(enricher("rules", "a\0b").codes().settings().rules()).isEmpty();
        assertSaid("<rules>", "is no path");
    }

    @Test
    void ruleFileThatDoesNotExistIsSaidAndTheBuiltInOnesUsed(@TempDir Path directory) {
        Path missing = directory.resolve("missing.rules");

        assertThat(enricher("rules", missing.toString()).codes().enrich("errorCode=1301002"))
                .hasSize(1);
        assertSaid("rules", missing.toString());
    }

    @Test
    void catalogThatDoesNotExistIsSaidAndTheBuiltInOneUsed(@TempDir Path directory) {
        Path missing = directory.resolve("missing.json");

        assertThat(enricher("catalog", missing.toString()).codes().enrich("errorCode=1301002"))
                .hasSize(1);
        assertSaid("catalog", missing.toString());
    }

    @Test
    void pathsAreSeparatedByCommas(@TempDir Path directory) {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");

        assertThat(enricher("catalog", first + " , " + second)
                        .codes()
                        .settings()
                        .catalogs())
                .containsExactly(first, second);
    }

    @Test
    void everySettingHasAContextProperty(@TempDir Path directory) {
        logback.context().putProperty("errcode.lang", "en");
        logback.context().putProperty("errcode.minConfidence", "low");
        logback.context().putProperty("errcode.max", "5");
        logback.context().putProperty("errcode.minLevel", "error");
        logback.context().putProperty("errcode.loggers", "com.example");
        logback.context().putProperty("errcode.catalog", directory.resolve("c").toString());
        logback.context().putProperty("errcode.rules", directory.resolve("r").toString());

        EventEnricher enricher = EventEnricher.of(settings, component);

        EnricherSettings used = enricher.codes().settings();
        assertThat(used.language()).isEqualTo(Language.EN);
        assertThat(used.minConfidence()).isEqualTo(Confidence.LOW);
        assertThat(used.catalogs()).containsExactly(directory.resolve("c"));
        assertThat(used.rules()).containsExactly(directory.resolve("r"));
        assertThat(enricher.finder().max()).isEqualTo(5);
        assertThat(isWanted(enricher, "com.example.A", Level.ERROR)).isTrue();
        assertThat(isWanted(enricher, "com.example.A", Level.WARN)).isFalse();
        assertThat(isWanted(enricher, "org.example.A", Level.ERROR)).isFalse();
    }

    @Test
    void ownSettingGoesBeforeTheContextProperty() {
        logback.context().putProperty("errcode.max", "5");

        assertThat(enricher("max", "2").finder().max()).isEqualTo(2);
    }

    @Test
    void blankSettingIsNone() {
        logback.context().putProperty("errcode.max", " ");

        assertThat(enricher("lang", " ").finder().max()).isEqualTo(3);
        assertThat(logback.problems()).isEmpty();
    }

    @Test
    void mistakenContextPropertyIsSaid() {
        logback.context().putProperty("errcode.minConfidence", "sure");

        assertThat(EventEnricher.ofAllCodes(settings, component)
                        .codes()
                        .settings()
                        .minConfidence())
                .isEqualTo(Confidence.MEDIUM);
        assertSaid("minConfidence", "[sure]", "low, medium or high");
    }

    @Test
    void componentsWithEqualSettingsShareAnEnricher() {
        CodeSettings others = new CodeSettings();
        others.set("max", "1");

        assertThat(EventEnricher.ofAllCodes(others, component).codes())
                .isSameAs(EventEnricher.ofAllCodes(settings, component).codes());
    }

    @Test
    void withoutContextDefaultsAreUsed() {
        assertThat(EventEnricher.of(settings, new LogbackComponent(new ContextAwareBase()))
                        .codes()
                        .settings())
                .isEqualTo(EnricherSettings.DEFAULT);
    }
}
