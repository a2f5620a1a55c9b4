package io.github.bkerrcode.enrich;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEnricherTest {

    private static final int FIRST_CODE = 1306990;
    private static final int CODES = 10;
    private static final String LINE_OF_ALL = IntStream.range(0, CODES)
            .mapToObj(i -> "errorCode=" + (FIRST_CODE + i))
            .collect(joining(" "));

    @TempDir
    private Path directory;

    private final List<String> problems = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong clockReadings = new AtomicLong();
    private final Ticker ticker = () -> {
        clockReadings.incrementAndGet();
        return now.get();
    };
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
    void problemIsSaidAgainWhenTheReasonIsAnotherOrAllWasWellInBetween() throws IOException {
        Path file = write("mine.json", "good");
        Path aside = directory.resolve("aside");
        LiveEnricher enricher = enricher(file);
        enricher.refresh();

        Files.move(file, aside);
        enricher.refresh();
        Files.move(aside, file);
        enricher.refresh();
        Files.move(file, aside);
        enricher.refresh();
        touch(Files.writeString(file, "{"));
        enricher.refresh();
        enricher.refresh();

        String missing = "catalog " + file + ": no such file or directory; the last good one stays";
        assertThat(problems).hasSize(3).startsWith(missing, missing);
        assertThat(problems.get(2)).startsWith("catalog " + file + ":1: not valid JSON");
    }

    @Test
    void entryThatIsGoneFromItsFileIsGone() throws IOException {
        Path file = write("mine.json", "mine");
        LiveEnricher enricher = enricher(file);

        touch(Files.writeString(file, document("")));
        assertThat(enricher.refresh()).isTrue();

        assertThat(enricher.enrich("errorCode=1306999"))
                .singleElement()
                .extracting(Enrichment::resolution)
                .isNotInstanceOf(Resolution.Listed.class);
        assertThat(problems).isEmpty();
    }

    @Test
    void lastFileOfADirectoryMayGoAndItsEntriesGoWithIt() throws IOException {
        Path only = write("a.json", "a");
        LiveEnricher enricher = enricher(directory);

        Files.delete(only);
        assertThat(enricher.refresh()).isTrue();
        enricher.refresh();

        assertThat(enricher.enrich("errorCode=1306999"))
                .singleElement()
                .extracting(Enrichment::resolution)
                .isNotInstanceOf(Resolution.Listed.class);
        assertThat(problems)
                .containsExactly("catalog " + directory
                        + ": no *.json files in this directory; it adds nothing until there are");
    }

    @Test
    void directoryThatIsEmptyAtTheStartIsFilledLater() throws IOException {
        LiveEnricher enricher = enricher(directory);
        assertThat(problems).hasSize(1);

        write("a.json", "a");
        enricher.refresh();

        assertThat(meaning(enricher)).isEqualTo("a");
        assertThat(problems).hasSize(1);
    }

    @Test
    void changeThatCannotBeSeenFromOutsideIsFoundAtTheNextLook() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file);
        FileTime time = Files.getLastModifiedTime(file);

        Files.setLastModifiedTime(Files.writeString(file, Files.readString(file).replace("one", "two")), time);

        assertThat(enricher.refresh()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("two");
    }

    @Test
    void fileThatIsOnlyTouchedIsNoChange() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file);
        Catalog before = enricher.catalog();

        touch(file);

        assertThat(enricher.refresh()).isFalse();
        assertThat(enricher.catalog()).isSameAs(before);
    }

    @Test
    void rulesThatChangeAreTakenOverAndBrokenOnesKeepTheLastGood() throws IOException {
        Path file = Files.writeString(directory.resolve("own.rules"), "high ours listed ticket #<code>");
        LiveEnricher enricher = new LiveEnricher(
                new EnricherSettings(List.of(), List.of(file), Confidence.MEDIUM, Language.ZH), problems::add);
        assertThat(enricher.refresh()).isFalse();

        Files.writeString(file, "high ours listed case #<code>");
        assertThat(enricher.refresh()).isTrue();
        assertThat(enricher.enrich("case #1301002")).hasSize(1);
        assertThat(enricher.enrich("ticket #1301002")).isEmpty();

        Files.writeString(file, "high ours listed (<code>");
        assertThat(enricher.refresh()).isFalse();
        assertThat(enricher.refresh()).isFalse();
        Files.delete(file);
        assertThat(enricher.refresh()).isFalse();
        assertThat(enricher.enrich("case #1301002")).hasSize(1);
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .startsWith("rules " + file + ":1: rule [ours]")
                .endsWith("; the last good ones stay");
        assertThat(problems.get(1)).isEqualTo("rules " + file + ": no such file; the last good ones stay");

        Files.writeString(file, "high ours listed ticket #<code>");
        assertThat(enricher.refresh()).isTrue();
        assertThat(enricher.enrich("ticket #1301002")).hasSize(1);
        assertThat(problems).hasSize(2);
    }

    @Test
    void filesAreLookedAtWhenTheIntervalHasPassedAndNotBefore() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file, Duration.ofSeconds(30));

        write("mine.json", "two");
        now.addAndGet(SECONDS.toNanos(29));
        assertThat(enricher.refreshIfDue()).isFalse();
        assertThat(meaning(enricher)).isEqualTo("one");
        now.addAndGet(SECONDS.toNanos(2));
        assertThat(enricher.refreshIfDue()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("two");
    }

    @Test
    void intervalBeginsAnewWithEachLookAlsoIfNothingHadChanged() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file, Duration.ofSeconds(30));

        now.addAndGet(SECONDS.toNanos(31));
        assertThat(enricher.refreshIfDue()).isFalse();
        write("mine.json", "two");
        now.addAndGet(SECONDS.toNanos(29));
        assertThat(enricher.refreshIfDue()).isFalse();
        now.addAndGet(SECONDS.toNanos(2));
        assertThat(enricher.refreshIfDue()).isTrue();
    }

    @Test
    void brokenFileIsLookedAtAgainAfterTheInterval() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file, Duration.ofSeconds(30));

        touch(Files.writeString(file, "{"));
        for (int i = 0; i < 5; i++) {
            now.addAndGet(SECONDS.toNanos(31));
            assertThat(enricher.refreshIfDue()).isFalse();
        }
        assertThat(problems).hasSize(1);
        write("mine.json", "mended");
        now.addAndGet(SECONDS.toNanos(31));

        assertThat(enricher.refreshIfDue()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("mended");
    }

    @Test
    void withoutAnIntervalNothingIsEverDueButCanBeAskedFor() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file, Duration.ZERO);

        write("mine.json", "two");
        now.addAndGet(DAYS.toNanos(1_000));

        assertThat(enricher.refreshIfDue()).isFalse();
        assertThat(enricher.refresh()).isTrue();
        assertThat(meaning(enricher)).isEqualTo("two");
    }

    @Test
    void explainingAsksNoClockAndReadsNoFile() throws IOException {
        Path file = write("mine.json", "one");
        LiveEnricher enricher = enricher(file, Duration.ofSeconds(30));
        write("mine.json", "two");
        now.addAndGet(SECONDS.toNanos(31));
        long asked = clockReadings.get();

        for (int i = 0; i < 10_000; i++) {
            assertThat(meaning(enricher)).isEqualTo("one");
        }

        assertThat(clockReadings).hasValue(asked);
    }

    @Test
    void filesAreReadByTheThreadThatAsksForIt() throws Exception {
        Path file = write("mine.json", "one");
        List<Thread> readers = new CopyOnWriteArrayList<>();
        LiveEnricher enricher = new LiveEnricher(
                settings(file, Duration.ofSeconds(30)), problem -> readers.add(Thread.currentThread()), ticker);
        touch(Files.writeString(file, "{"));
        now.addAndGet(SECONDS.toNanos(31));

        enricher.enrich("errorCode=1306999");
        Thread scheduler = new Thread(enricher::refreshIfDue);
        scheduler.start();
        scheduler.join();

        assertThat(readers).containsExactly(scheduler);
    }

    /** Versions are written at one blow, in two halves with a look at the first one, or over each other in place. */
    @Test
    void everyAnswerBelongsWhollyToOneVersionWhileFilesAreRewritten() throws Exception {
        int versions = 2_100;
        Path file = Files.writeString(directory.resolve("mine.json"), version(0));
        List<String> said = new CopyOnWriteArrayList<>();
        LiveEnricher enricher = new LiveEnricher(settings(file, Duration.ofNanos(1)), said::add);
        AtomicBoolean stop = new AtomicBoolean();
        List<String> wrong = new CopyOnWriteArrayList<>();
        AtomicLong seen = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            threads.add(new Thread(() -> readVersions(enricher, stop, wrong, seen)));
        }
        threads.add(new Thread(() -> {
            while (!stop.get()) {
                enricher.refreshIfDue();
                LockSupport.parkNanos(100_000);
            }
        }));
        threads.forEach(Thread::start);
        for (int i = 1; i <= versions; i++) {
            rewrite(file, version(i), i % 3, enricher);
            while (!meaning(enricher).equals("v" + i)) {
                enricher.refresh();
            }
        }
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).hasPositiveValue();
        assertThat(said).isNotEmpty().allMatch(problem -> problem.startsWith("catalog " + file));
    }

    private static void readVersions(LiveEnricher enricher, AtomicBoolean stop, List<String> wrong, AtomicLong seen) {
        int last = 0;
        while (!stop.get()) {
            List<String> meanings = enricher.enrich(LINE_OF_ALL).stream()
                    .map(found -> String.valueOf(found.resolution().meaning(Language.EN)))
                    .toList();
            int version = Integer.parseInt(meanings.get(0).substring(1));
            if (meanings.size() != CODES || meanings.stream().distinct().count() != 1 || version < last) {
                wrong.add(last + " then " + meanings);
            }
            last = version;
            seen.incrementAndGet();
        }
    }

    private void rewrite(Path file, String text, int way, LiveEnricher enricher) throws IOException {
        if (way == 0) {
            Path written = Files.writeString(directory.resolve("written"), text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } else if (way == 1) {
            Files.writeString(file, text.substring(0, text.length() / 2));
            enricher.refresh();
            Files.writeString(file, text.substring(text.length() / 2), StandardOpenOption.APPEND);
        } else {
            Files.writeString(file, text, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }
    }

    private static String version(int version) {
        return document(IntStream.range(0, CODES)
                .mapToObj(i -> entry(FIRST_CODE + i, "v" + version))
                .collect(joining(",")));
    }

    private EnricherSettings settings(Path catalog, Duration reload) {
        return new EnricherSettings(List.of(catalog), List.of(), Confidence.MEDIUM, Language.EN, reload);
    }

    private LiveEnricher enricher(Path catalog, Duration reload) {
        return new LiveEnricher(settings(catalog, reload), problems::add, ticker);
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
        return touch(Files.writeString(directory.resolve(name), document(entry(1306999, meaning))));
    }

    private static String document(String entries) {
        return "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"mine\", \"entries\": [" + entries + "]}";
    }

    private static String entry(int code, String meaning) {
        return "{\"code\": \"" + code + "\", \"meaning\": {\"en\": \"" + meaning + "\"}}";
    }

    /** Gives each version of a file a time of its own, as versions of the same millisecond and size have not. */
    private Path touch(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++tick));
    }
}
