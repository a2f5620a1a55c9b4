package io.github.bkerrcode.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEnricherTest {

    @TempDir
    private Path directory;

    private final List<String> problems = new ArrayList<>();
    private long tick;

    @Test
    void changedCatalogIsTakenOverByRefresh() throws IOException {
        Path file = write("mine.json", "first");
        LiveEnricher enricher = enricher(file);
        assertThat(meaning(enricher)).isEqualTo("first");

        write("mine.json", "second");
        assertThat(meaning(enricher)).isEqualTo("first");
        assertThat(enricher.refresh()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("second");
        assertThat(enricher.refresh()).isFalse();
        assertThat(problems).isEmpty();
    }

    @Test
    void brokenCatalogKeepsTheLastGoodOneAndIsSaidOnce() throws IOException {
        Path file = write("mine.json", "good");
        LiveEnricher enricher = enricher(file);

        touch(Files.writeString(file, "{"));
        assertThat(enricher.refresh()).isFalse();
        assertThat(enricher.refresh()).isFalse();
        assertThat(meaning(enricher)).isEqualTo("good");
        assertThat(problems).singleElement().asString().startsWith("catalog " + file + ":1: not valid JSON");

        write("mine.json", "mended");
        assertThat(enricher.refresh()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("mended");
    }

    @Test
    void vanishedCatalogKeepsTheLastGoodOneAndIsSaidAgainWhenItVanishesAgain() throws IOException {
        Path file = write("mine.json", "good");
        LiveEnricher enricher = enricher(file);

        Files.delete(file);
        enricher.refresh();
        enricher.refresh();
        write("mine.json", "back");
        enricher.refresh();
        assertThat(meaning(enricher)).isEqualTo("back");
        Files.delete(file);
        enricher.refresh();

        String problem = "catalog " + file + ": no such file or directory; the last good one stays";
        assertThat(problems).containsExactly(problem, problem);
    }

    @Test
    void fileThatComesIntoADirectoryIsTakenOverAndOneThatGoesIsDropped() throws IOException {
        write("a.json", "a");
        LiveEnricher enricher = enricher(directory);

        Path second = write("b.json", "b");
        enricher.refresh();
        assertThat(meaning(enricher)).isEqualTo("b");

        Files.delete(second);
        enricher.refresh();
        assertThat(meaning(enricher)).isEqualTo("a");
    }

    @Test
    void catalogThatIsMissingAtTheStartLeavesTheBuiltInOne() {
        LiveEnricher enricher = enricher(directory.resolve("none.json"));

        assertThat(enricher.enrich("errorCode=1301002")).hasSize(1);
        assertThat(problems)
                .containsExactly("catalog " + directory.resolve("none.json")
                        + ": no such file or directory; the last good one stays");
    }

    @Test
    void ownRulesDecideAndBadOnesAreLeftOutWithTheReason() throws IOException {
        Path good = Files.writeString(directory.resolve("good.rules"), "high ours listed ticket #<code>");
        Path bad = Files.writeString(directory.resolve("bad.rules"), "high ours listed (<code>");
        Path missing = directory.resolve("missing.rules");
        LiveEnricher enricher = new LiveEnricher(
                new EnricherSettings(List.of(), List.of(good, bad, missing), Confidence.MEDIUM, Language.ZH),
                problems::add);

        assertThat(enricher.enrich("ticket #1301002")).hasSize(1);
        assertThat(problems).hasSize(2);
        assertThat(problems).anySatisfy(p -> assertThat(p).contains("missing.rules"));
        assertThat(problems).anySatisfy(p -> assertThat(p).contains(bad + ":1: rule [ours]"));
    }

    @Test
    void readersNeverSeeHalfACatalogWhileItIsSwapped() throws Exception {
        Path file = write("mine.json", "even", "even");
        LiveEnricher enricher = enricher(file);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong torn = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread reader = new Thread(() -> {
                while (!stop.get()) {
                    List<Enrichment> found = enricher.enrich("errorCode=1306998 errorCode=1306999");
                    String first = found.get(0).resolution().meaning(Language.EN);
                    if (found.size() != 2
                            || first == null
                            || !first.equals(found.get(1).resolution().meaning(Language.EN))) {
                        torn.incrementAndGet();
                    }
                }
            });
            readers.add(reader);
            reader.start();
        }
        for (int i = 0; i < 2_000; i++) {
            String text = i % 2 == 0 ? "odd" : "even";
            write("mine.json", text, text);
            enricher.refresh();
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(torn).hasValue(0);
        assertThat(problems).isEmpty();
    }

    private LiveEnricher enricher(Path catalog) {
        return new LiveEnricher(
                new EnricherSettings(List.of(catalog), List.of(), Confidence.MEDIUM, Language.EN), problems::add);
    }

    private static String meaning(LiveEnricher enricher) {
        return String.valueOf(
                enricher.enrich("errorCode=1306999").get(0).resolution().meaning(Language.EN));
    }

    private Path write(String name, String meaning) throws IOException {
        return write(name, meaning, meaning);
    }

    private Path write(String name, String meaning, String other) throws IOException {
        String text = "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\", \"entries\": ["
                + "{\"code\": \"1306998\", \"meaning\": {\"en\": \"" + other + "\"}},"
                + "{\"code\": \"1306999\", \"meaning\": {\"en\": \"" + meaning + "\"}}]}";
        return touch(Files.writeString(directory.resolve(name), text));
    }

    /** Gives each version of a file a time of its own, as versions of the same millisecond and size have not. */
    private Path touch(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++tick));
    }
}
