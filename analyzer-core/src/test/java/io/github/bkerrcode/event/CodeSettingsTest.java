package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.scan.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSettingsTest {

    private static final Map<String, Integer> LEVELS = Map.of("info", 1, "warn", 2);

    private final RecordingContext context = new RecordingContext();
    private final CodeSettings settings = new CodeSettings();
    private final SharedEnrichers enrichers = new SharedEnrichers(context, null);

    private EnricherSettings read() {
        return settings.finder(context, enrichers, 1).codes().settings();
    }

    @Test
    void defaultsAreUsedWhereNothingIsSet() {
        assertThat(read()).isEqualTo(EnricherSettings.DEFAULT);
        assertThat(settings.max(context)).isEqualTo(3);
        assertThat(settings.<Integer>minLevel(context, LEVELS::get, 0)).isZero();
        assertThat(context.said()).isEmpty();
    }

    @Test
    void ownSettingGoesBeforeThePropertyAndAPropertyBeforeTheDefault(@TempDir Path directory) {
        context.with("errcode.lang", "en").with("errcode.max", "7").with("errcode.minConfidence", "low");
        context.with("errcode.rules", "").with("errcode.catalog", " " + directory.resolve("a") + " ,,");
        settings.set(CodeSettings.MAX, " 2 ");
        settings.set(CodeSettings.MIN_LEVEL, "warn");

        assertThat(read())
                .isEqualTo(
                        new EnricherSettings(List.of(directory.resolve("a")), List.of(), Confidence.LOW, Language.EN));
        assertThat(settings.max(context)).isEqualTo(2);
        assertThat(settings.<Integer>minLevel(context, LEVELS::get, 0)).isEqualTo(2);
    }

    @Test
    void nullSetsNothing() {
        settings.set(CodeSettings.LANG, "en");
        settings.set(CodeSettings.LANG, null);

        assertThat(settings.language(context)).isEqualTo(Language.ZH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lang|fr|error (lang): [fr] is unknown, expected zh or en; using zh",
                "minConfidence|sure|error (minConfidence): [sure] is unknown, expected low, medium or high; using medium",
                "max|0|error (max): [0] is unknown, expected a number from 1 on; using 3",
                "max|many|error (max): [many] is unknown, expected a number from 1 on; using 3",
                "minLevel|loud|error (minLevel): [loud] is unknown, expected trace, debug, info, warn or error; using 0"
            })
    void mistakeIsSaidAsTheFrameworkNamesSettings(String name, String value, String said) {
        settings.set(name, value);

        assertThat(read()).isEqualTo(EnricherSettings.DEFAULT);
        assertThat(settings.max(context)).isEqualTo(3);
        assertThat(settings.<Integer>minLevel(context, LEVELS::get, 0)).isZero();
        assertThat(context.said()).containsExactly(said);
    }

    @Test
    void pathThatIsNoneIsSaidAndLeftOut() {
        settings.set(CodeSettings.RULES, "a\0b");

        assertThat(read().rules()).isEmpty();
        assertThat(context.said()).singleElement().asString().startsWith("error (rules): [a\0b] is no path");
    }

    @Test
    void wordsStandBetweenCommas() {
        assertThat(CodeSettings.words(" a, b,,c ,")).containsExactly("a", "b", "c");
        assertThat(CodeSettings.words(" ")).isEmpty();
    }

    @Test
    void componentsWithEqualSettingsShareAnEnricher() {
        assertThat(settings.finder(context, enrichers, 1).codes())
                .isSameAs(new CodeSettings().finder(context, enrichers, 2).codes());
    }

    private static Path document(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("own.json"),
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"platform\": \"job\", \"entries\": []}");
    }

    @Test
    void scheduleThatIsStoppedIsSaid(@TempDir Path directory) throws IOException {
        settings.set(CodeSettings.CATALOG, document(directory).toString());
        SharedEnrichers stopped = new SharedEnrichers(context, (interval, task) -> {
            throw new RejectedExecutionException();
        });

        assertThat(settings.finder(context, stopped, 1).codes().enrich("errorCode=1301002"))
                .hasSize(1);
        assertThat(context.said())
                .containsExactly("warn The context is being stopped; changes of catalog and rules will not be seen");
    }

    private List<String> watched() {
        SharedEnrichers watched = new SharedEnrichers(context, (interval, task) -> {
            context.info("every " + interval);
            task.run();
        });
        settings.finder(context, watched, 1);
        return context.said();
    }

    @ParameterizedTest
    @CsvSource({
        "errcode.reload, 5 minutes, PT5M",
        "errcode.reload, PT1H, PT1H",
        "errcode.reload, '', PT10S",
        "errcode.reloadSeconds, ' 4 ', PT4S",
        "errcode.max, 1, PT10S"
    })
    void filesAreLookedAtAsOftenAsThePropertySays(
            String property, String value, String interval, @TempDir Path directory) throws IOException {
        context.with(property, value)
                .with("errcode.catalog", document(directory).toString());

        assertThat(watched()).containsExactly("info every " + interval);
    }

    @Test
    void ownReloadGoesBeforeThePropertyAndThisBeforeItsOlderName(@TempDir Path directory) throws IOException {
        settings.set(CodeSettings.CATALOG, document(directory).toString());
        context.with("errcode.reload", "40s").with("errcode.reloadSeconds", "50");
        assertThat(watched()).containsExactly("info every PT40S");

        settings.set(CodeSettings.RELOAD, "30s");
        assertThat(watched()).containsExactly("info every PT40S", "info every PT30S");
    }

    @Test
    void rulesAloneAreLookedAtToo(@TempDir Path directory) throws IOException {
        Path rules = Files.writeString(directory.resolve("own.rules"), "high ours listed ticket #<code>");
        settings.set(CodeSettings.RULES, rules.toString());

        assertThat(watched()).containsExactly("info every PT10S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "0", "0 seconds"})
    void nobodyLooksAtFilesWhereReloadIsOff(String off, @TempDir Path directory) throws IOException {
        settings.set(CodeSettings.CATALOG, document(directory).toString());
        settings.set(CodeSettings.RELOAD, off);

        assertThat(watched()).isEmpty();
    }

    @Test
    void nobodyLooksWhereThereAreNoFilesAndAllShareOneEnricher() {
        settings.set(CodeSettings.RELOAD, "30s");

        assertThat(watched()).isEmpty();
        assertThat(read()).isEqualTo(EnricherSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "-5 minutes", "5 lightyears", "99999999999999999999"})
    void mistakenReloadIsSaidAndTheDefaultUsed(String value, @TempDir Path directory) throws IOException {
        settings.set(CodeSettings.CATALOG, document(directory).toString());
        settings.set(CodeSettings.RELOAD, value);

        assertThat(watched())
                .containsExactly(
                        "error (reload): [" + value
                                + "] is no time, expected such as 30 seconds, 5 minutes or off; using 10 seconds",
                        "info every PT10S");
    }

    @Test
    void changeIsSaidWhenItIsTakenOver(@TempDir Path directory) throws IOException {
        Path file = document(directory);
        settings.set(CodeSettings.CATALOG, file.toString());
        settings.set(CodeSettings.RELOAD, "1 ms");
        List<Runnable> tasks = new ArrayList<>();
        settings.finder(context, new SharedEnrichers(context, (interval, task) -> tasks.add(task)), 1);
        Files.writeString(file, Files.readString(file).replace("own", "other"));

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (context.said().isEmpty() && System.nanoTime() < deadline) {
            tasks.get(0).run();
        }

        assertThat(context.said())
                .containsExactly("info The catalog or the rules of error codes have changed and were read anew");
    }
}
