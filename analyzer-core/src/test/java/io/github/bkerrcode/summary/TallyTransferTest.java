package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Summary.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tally that goes to another process and back loses nothing that a later merge or the summary needs. */
class TallyTransferTest {

    private static final CodeLookup LOOKUP = new CachingLookup(Catalog.builtIn());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void talliesThatAreSentAndMergedSayWhatThoseThatStayedSay(long seed) throws IOException {
        Random random = new Random(seed);
        Tally stayed = new Tally(LOOKUP);
        Tally sent = new Tally(LOOKUP);
        for (int part = 0; part < 6; part++) {
            Tally one = random(random, part);
            stayed.merge(one);
            sent.merge(sentAndBack(one));
            sent = sentAndBack(sent);
            assertThat(sent.snapshot()).isEqualTo(stayed.snapshot());
        }
    }

    @Test
    void codesAndProblemsThatHadNoRoomAreStillCounted() throws IOException {
        Tally tally = new Tally(LOOKUP);
        for (int code = 0; code < BoundedCodes.MAX_CODES + 50; code++) {
            record(tally, "a.log", code + 1, null, "" + (1_400_000 + code));
        }
        for (int line = 1; line <= BoundedProblems.MAX_PROBLEMS + 20; line++) {
            tally.addProblem(new Problem("b.log", line, "too long", true));
            tally.addProblem(new Problem("b.log", line, "too long", true));
        }

        Tally sent = sentAndBack(tally);

        assertThat(sent.snapshot()).isEqualTo(tally.snapshot());
        assertThat(sent.snapshot().problems())
                .extracting(Problem::message)
                .contains("40 more problems, of this input or later ones, are not listed");
        sent.merge(tally);
        tally.merge(sentAndBack(tally));
        assertThat(sent.snapshot()).isEqualTo(tally.snapshot());
    }

    @Test
    void tallyCanBeCountedOnAfterItWasSent() throws IOException {
        Tally tally = new Tally(LOOKUP);
        record(tally, "a.log", 7, null, "1306201", "1306201");

        Tally sent = sentAndBack(tally);
        record(sent, "a.log", 7, null, "1306201");

        assertThat(sent.snapshot().linesWithCodes()).isEqualTo(2);
        assertThat(sent.snapshot().platforms().get(0).lines()).isEqualTo(2);
        assertThat(sent.snapshot().platforms().get(0).codes().get(0).lines()).isEqualTo(2);
    }

    @Test
    void linesHaveTheirNumbersOnlyWhenAllPartsAreThere() throws IOException {
        Tally first = new Tally(LOOKUP);
        record(first, "a.log", 4, null, "1306201");
        first.addProblem(new Problem("a.log", 0, "whole file", false));
        Tally second = new Tally(LOOKUP);
        record(second, "a.log", 1, null, "1301002", "1400001");
        second.addProblem(new Problem("a.log", 2, "a line", false));
        second.moveDown(1_000);
        Tally total = new Tally(LOOKUP);
        total.merge(second);
        total.merge(first);

        total.renumber((file, line) -> line > 1_000 ? line - 1_000 + 5 : line);

        assertThat(total.snapshot().platforms())
                .flatExtracting(Summary.PlatformSummary::codes)
                .extracting(code -> code.code().token() + ":" + code.sample().line())
                .containsExactlyInAnyOrder("1306201:4", "1301002:6", "1400001:6");
        assertThat(total.snapshot().problems()).extracting(Problem::line).containsExactly(0L, 7L);
    }

    @Test
    void otherCatalogIsRefused() throws IOException {
        Tally tally = new Tally(LOOKUP);
        record(tally, "a.log", 1, null, "1306201");
        byte[] bytes = bytes(tally);

        assertThatThrownBy(
                        () -> Tally.read(new DataInputStream(new ByteArrayInputStream(bytes)), Resolution.Unknown::new))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another catalog")
                .hasMessageContaining("[1306201]");
    }

    @Test
    void tallyOfASummaryIsNotSent() {
        Tally tally = new Tally(LOOKUP);
        tally.addRead("a.log", 1, 1);
        Tally told = Tally.of(tally.snapshot(), Catalog.builtIn());

        assertThatThrownBy(() -> bytes(told)).isInstanceOf(IllegalStateException.class);
    }

    private static Tally random(Random random, int part) {
        Tally tally = new Tally(LOOKUP);
        String[] tokens = {"1306201", "1301002", "1250001", "APIGW_LACK_PARAMS", "APIGW_新", "1400001", "1199014"};
        for (int i = 0; i < 200; i++) {
            Instant time = random.nextInt(4) == 0
                    ? null
                    : Instant.ofEpochSecond(random.nextInt(1_900_000_000), random.nextInt(1_000_000_000));
            String token = random.nextInt(3) == 0
                    ? "" + (1_300_000 + random.nextInt(20_000))
                    : tokens[random.nextInt(tokens.length)];
            record(tally, random.nextInt(3) + ".log", part * 1_000L + i + 1, time, token.replace("新", "NEW"));
        }
        tally.addRead(random.nextInt(5) + ".log", random.nextInt(1_000), random.nextInt(100_000));
        for (int i = 0; i < 300; i++) {
            tally.addProblem(new Problem(
                    random.nextInt(3) + ".log", random.nextInt(900), "坏 " + random.nextInt(3), random.nextBoolean()));
        }
        return tally;
    }

    private static void record(Tally tally, String file, long line, @Nullable Instant time, String... tokens) {
        StringBuilder text = new StringBuilder("行 ");
        List<Detection> found = new ArrayList<>();
        for (String token : tokens) {
            int start = text.length();
            text.append(token).append(' ');
            ErrorCode code = ErrorCode.parse(token).orElseThrow();
            found.add(new Detection(code, true, start, start + token.length(), Confidence.HIGH, "rule"));
        }
        tally.record(new LineOrigin(file, line, time), text, found);
    }

    private static Tally sentAndBack(Tally tally) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(tally)));
        Tally read = Tally.read(in, LOOKUP);
        assertThat(in.read()).isNegative();
        return read;
    }

    private static byte[] bytes(Tally tally) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
