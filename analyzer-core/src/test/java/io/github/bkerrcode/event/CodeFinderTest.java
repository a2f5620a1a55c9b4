package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.enrich.EnricherSettings;
import io.github.bkerrcode.enrich.EnrichmentFormat;
import io.github.bkerrcode.enrich.EnrichmentFormat.Field;
import io.github.bkerrcode.enrich.LiveEnricher;
import io.github.bkerrcode.scan.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFinderTest {

    private static final LiveEnricher CODES = new LiveEnricher(EnricherSettings.DEFAULT, problem -> {
        throw new AssertionError(problem);
    });

    private static CodeFinder finder(int max, String... loggers) {
        return new CodeFinder(CODES, List.of(loggers), max);
    }

    private static List<String> codes(CodeFinder finder, @Nullable String message, @Nullable Throwable thrown) {
        return finder.find(message, thrown, ThrowableView.OF_JDK).stream()
                .map(found -> found.detection().code().token())
                .toList();
    }

    @Test
    void codesOfMessageCausesAndSuppressedComeInOrderAndOnce() {
        IllegalStateException failure =
                new IllegalStateException("errorCode=1301002", new IllegalStateException("errorCode=1252001"));
        failure.addSuppressed(new IllegalStateException("errorCode=1255001"));

        assertThat(codes(finder(9), "errorCode=1301002", failure)).containsExactly("1301002", "1252001", "1255001");
        assertThat(codes(finder(2), "errorCode=1301002", failure)).containsExactly("1301002", "1252001");
    }

    /** The catalog changes between the message and the throwable. */
    @Test
    void eventIsExplainedByOneCatalog(@TempDir Path directory) throws IOException {
        Path catalog = write(directory, "before");
        LiveEnricher changing = new LiveEnricher(
                new EnricherSettings(List.of(catalog), List.of(), Confidence.MEDIUM, Language.EN), problem -> {
                    throw new AssertionError(problem);
                });
        write(directory, "and after");
        IllegalStateException failure = new IllegalStateException("errorCode=1306998") {
            @Override
            public String getMessage() {
                changing.refresh();
                return String.valueOf(super.getMessage());
            }
        };
        CodeFinder finder = new CodeFinder(changing, List.of(), 9);

        assertThat(finder.find("errorCode=1306999", failure, ThrowableView.OF_JDK))
                .hasSize(2)
                .allMatch(found -> "before".equals(found.resolution().meaning(Language.EN)));
        assertThat(finder.find("errorCode=1306999", failure, ThrowableView.OF_JDK))
                .hasSize(2)
                .allMatch(found -> "and after".equals(found.resolution().meaning(Language.EN)));
    }

    private static Path write(Path directory, String meaning) throws IOException {
        String entry = "{\"code\": \"%s\", \"meaning\": {\"en\": \"" + meaning + "\"}}";
        return Files.writeString(
                directory.resolve("own.json"),
                "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": ["
                        + entry.formatted("1306998") + "," + entry.formatted("1306999") + "]}");
    }

    @Test
    void eventWithNothingHasNone() {
        assertThat(codes(finder(9), null, null)).isEmpty();
        assertThat(codes(finder(9), "fine", new IllegalStateException())).isEmpty();
    }

    @Test
    void cyclesEnd() {
        IllegalStateException first = new IllegalStateException("errorCode=1252001");
        IllegalStateException second = new IllegalStateException("errorCode=1255001", first);
        first.initCause(second);

        assertThat(codes(finder(9), null, first)).containsExactly("1252001", "1255001");
    }

    @Test
    void throwablesAreLookedAtAsFarAsTheLimit() {
        assertThat(codes(finder(9), null, chain(CodeFinder.MAX_THROWABLES))).hasSize(1);
        assertThat(codes(finder(9), null, chain(CodeFinder.MAX_THROWABLES + 1))).isEmpty();
    }

    private static Throwable chain(int length) {
        Throwable chain = new IllegalStateException("errorCode=1252001");
        for (int i = 1; i < length; i++) {
            chain = new IllegalStateException("level", chain);
        }
        return chain;
    }

    @Test
    void loggersAreTakenWithThoseBelowThem() {
        CodeFinder finder = finder(1, "com.example");

        assertThat(finder.isWanted("com.example")).isTrue();
        assertThat(finder.isWanted("com.example.deep.er")).isTrue();
        assertThat(finder.isWanted("com.examples")).isFalse();
        assertThat(finder.isWanted(null)).isFalse();
        assertThat(finder(1).isWanted(null)).isTrue();
        assertThat(finder(1).isWanted(RunningTally.REPORT_LOGGER)).isFalse();
    }

    @Test
    void findersAreAlikeIfTheyFindTheSame() {
        assertThat(finder(1).isLike(finder(1))).isTrue();
        assertThat(finder(1).isLike(finder(2))).isFalse();
        assertThat(finder(1).isLike(finder(1, "a"))).isFalse();
    }

    @Test
    void linesAreExplainedEachForItself() {
        EnrichmentFormat format = EnrichmentFormat.of(Field.CODE, Language.EN);
        String none = "fine\nalso fine\r\n";

        assertThat(new LineExplainer(finder(9), format).explain("errorCode=1252001\r\n\nerrorCode=1301002"))
                .isEqualTo("errorCode=12520011252001\r\n\nerrorCode=13010021301002");
        assertThat(new LineExplainer(finder(1), format).explain("errorCode=1252001 errorCode=1301002"))
                .endsWith("13010021252001");
        assertThat(new LineExplainer(finder(1), format).explain(none)).isSameAs(none);
    }
}
