package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyMergeTest {

    private static final Instant START = Instant.parse("2025-10-24T00:00:00Z");

    private static final List<String> FRAGMENTS = List.of(
            "\"code\":1306201 ",
            "\"code\":1306401 ",
            "errorCode=1250001 ",
            "errorCode=1252001 ",
            "errorCode=1239996 ",
            "\"bk_error_code\":1199014 ",
            "APIGW_LACK_PARAMS ",
            "E1301002_BASE_DATABASE_ERROR ");

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void partsMergedInAnyOrderAndShapeSayWhatOneTallySays(long seed) {
        Random random = new Random(seed);
        List<Consumer<Tally>> events = events(random);
        Tally whole = newTally();
        events.forEach(event -> event.accept(whole));

        Tally merged = mergeInRandomShape(inRandomParts(events, random), random);

        assertThat(json(merged)).isEqualTo(json(whole));
    }

    @Test
    void mergeLeavesTheOtherAsItWas() {
        Tally one = newTally();
        Tally other = newTally();
        record(one, "a.log", 1, START, "\"code\":1306201");
        record(other, "b.log", 1, START.plus(Duration.ofDays(400)), "\"code\":1306201 errorCode=1250001");
        String before = json(other);

        one.merge(other);
        record(one, "c.log", 1, START.plus(Duration.ofDays(800)), "\"code\":1306201 errorCode=1250001");

        assertThat(json(other)).isEqualTo(before);
    }

    @Test
    void emptyTallyChangesNothing() {
        Tally tally = newTally();
        record(tally, "a.log", 1, START, "\"code\":1306201");
        String before = json(tally);

        tally.merge(newTally());

        assertThat(json(tally)).isEqualTo(before);
    }

    @Test
    void sameInputReadInPartsIsOneFile() {
        Tally one = newTally();
        Tally other = newTally();
        one.addRead("a.log", 10, 1_000);
        other.addRead("a.log", 5, 500);

        one.merge(other);

        assertThat(one.snapshot().files()).isEqualTo(1);
        assertThat(one.snapshot().lines()).isEqualTo(15);
        assertThat(one.snapshot().bytes()).isEqualTo(1_500);
    }

    @Test
    void lineRecordedAfterAMergeIsALineOfItsOwn() {
        Tally one = newTally();
        Tally other = newTally();
        record(one, "a.log", 1, START, "\"code\":1306201");
        record(other, "b.log", 1, START, "\"code\":1306201");
        record(other, "b.log", 2, START, "\"code\":1306201");

        one.merge(other);
        record(one, "c.log", 1, START, "\"code\":1306201");

        CodeSummary code = one.snapshot().platforms().get(0).codes().get(0);
        assertThat(code.lines()).isEqualTo(4);
    }

    /** Two hosts may name their files alike. */
    @Test
    void sampleDoesNotDependOnTheOrderWhereTwoInputsHaveTheSameName() {
        Tally one = newTally();
        Tally other = newTally();
        record(one, "esb.log", 1, START, "\"code\":1306201 on the first host");
        record(other, "esb.log", 1, START, "\"code\":1306201 on the second host");

        assertThat(json(merged(one, other))).isEqualTo(json(merged(other, one)));
    }

    @Test
    void problemsThatDifferInTheirConsequenceOnlyDoNotDependOnTheOrder() {
        Tally one = newTally();
        Tally other = newTally();
        one.addProblem(new Problem("a.log", 1, "cut short", true));
        other.addProblem(new Problem("a.log", 1, "cut short", false));

        assertThat(json(merged(one, other))).isEqualTo(json(merged(other, one)));
    }

    private List<Consumer<Tally>> events(Random random) {
        Duration[] spans = {Duration.ofMinutes(30), Duration.ofHours(30), Duration.ofDays(90), Duration.ofDays(4_000)};
        long seconds = spans[random.nextInt(spans.length)].toSeconds();
        List<Consumer<Tally>> events = new ArrayList<>();
        int inputs = 1 + random.nextInt(4);
        for (int input = 0; input < inputs; input++) {
            String file = "input-" + input + ".log";
            int lines = random.nextInt(200);
            for (int i = 1; i <= lines; i++) {
                long line = i;
                Instant time = random.nextInt(10) == 0 ? null : START.plusSeconds(random.nextLong(seconds));
                String text = line(random);
                events.add(tally -> record(tally, file, line, time, text));
                events.add(tally -> tally.addRead(file, 1, text.length() + 1));
            }
            long malformed = random.nextInt(100);
            events.add(tally -> tally.addProblem(new Problem(file, malformed, "not UTF-8", malformed % 2 == 0)));
        }
        return events;
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder("x ".repeat(random.nextInt(4) == 0 ? 300 : 2));
        for (int i = random.nextInt(4); i > 0; i--) {
            line.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return line.append("y ".repeat(random.nextInt(300))).toString();
    }

    private List<Tally> inRandomParts(List<Consumer<Tally>> events, Random random) {
        List<Tally> parts = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            parts.add(newTally());
        }
        List<Consumer<Tally>> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(event -> event.accept(parts.get(random.nextInt(count))));
        return parts;
    }

    private static Tally mergeInRandomShape(List<Tally> parts, Random random) {
        List<Tally> left = new ArrayList<>(parts);
        while (left.size() > 1) {
            Tally from = left.remove(random.nextInt(left.size()));
            left.get(random.nextInt(left.size())).merge(from);
        }
        return left.get(0);
    }

    private static Tally merged(Tally first, Tally second) {
        Tally merged = newTally();
        merged.merge(first);
        merged.merge(second);
        return merged;
    }

    private void record(Tally tally, String file, long line, @Nullable Instant time, String text) {
        tally.record(new LineOrigin(file, line, time), text, scanner.detect(text));
    }

    private static Tally newTally() {
        return new Tally(Catalog.builtIn());
    }

    private static String json(Tally tally) {
        StringWriter json = new StringWriter();
        try {
            SummaryJson.write(tally.snapshot(), Language.EN, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }
}
