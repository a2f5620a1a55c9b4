package io.github.bkerrcode.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.bkerrcode.catalog.Catalog;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan costs, counted rather than timed: bytes allocated, and characters looked at. */
class ScanCostTest {

    private static final int MEBI = 1 << 20;

    private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);

    @Test
    void lineWithoutACodeAllocatesNothing() {
        List<String> lines = List.of(
                "2025-10-24 15:02:11,123 INFO [main] ordinary line without any candidate at all",
                "[2025-10-24 15:02:11.123]  INFO [job-execute,4bf92f3577b34da6,00f067aa0ba902b7] 1 --- jobInstanceId=1207101",
                "copied 1301002 bytes from /data/1306201/x in 1250001 us, state UNKNOWN -> CONNECTED",
                "{\"bk_biz_id\":1301002,\"message\":\"success\",\"total\":1304201}");
        DetectionSink none = detection -> {
            throw new AssertionError("unexpected " + detection);
        };

        // The measurement itself allocates a little; one object per scan would be 640,000 bytes.
        assertThat(bytesAllocatedBy(() -> scanAll(lines, none))).isLessThan(64_000);
    }

    /** What doing something ten thousand times allocates, when it was done once before. */
    private static long bytesAllocatedBy(Runnable repeated) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        repeated.run();

        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < 10_000; i++) {
            repeated.run();
        }
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    private void scanAll(List<String> lines, DetectionSink sink) {
        for (int i = 0; i < lines.size(); i++) {
            scanner.scan(lines.get(i), sink);
        }
    }

    @Test
    void rejectingACandidateInPlaceAllocatesNothing() {
        byte[] block = "copied 1301002 bytes from /data/1306201/x in 1250001 us, bk_biz_id: 1304201\n"
                .getBytes(StandardCharsets.UTF_8);
        InPlaceScanner inPlace = scanner.inPlace(StandardCharsets.UTF_8);

        assertThat(bytesAllocatedBy(() -> rejectAll(block, inPlace))).isLessThan(64_000);
    }

    private static int nextNumber(byte[] block, int from) {
        int i = from;
        while (i < block.length && (block[i] < '0' || block[i] > '9')) {
            i++;
        }
        return i;
    }

    private static void rejectAll(byte[] block, InPlaceScanner inPlace) {
        for (int start = 7; start < block.length; start = nextNumber(block, start + 7)) {
            if (inPlace.mayBeNumber(block, 0, start, start + 7, block.length)) {
                throw new AssertionError("may be a code at " + start);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1301002 ",
                "1306201\"",
                "\\\\\\\\\\\\\\\"",
                "[[[[((((",
                "code=1301002,",
                "UNKNOWN ",
                "APIGW_A ",
                "\\u00313",
                "%31%33",
                "\u001b[31m",
                "&quot;",
                "_______0",
                "1301002\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"
            })
    void hostileLineIsReadInProportionToItsLength(String unit) {
        double small = charactersReadPerCharacter(scanner, unit, MEBI / 4);
        double large = charactersReadPerCharacter(scanner, unit, MEBI);

        assertThat(large).isLessThan(small * 1.1 + 1);
    }

    /** RE2/J promises linear time for the text it is given; this is about how much text it is given. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1301002 ",
                "1306201\"",
                "[[[[((((1301002",
                "code=1301002,",
                "\\\\\\\\\"1301002",
                "\u001b[31m1301002"
            })
    void hostileLineIsReadInProportionToItsLengthByRulesOfOnesOwnToo(String unit) {
        RuleSet own = RuleSet.parse("reject mine any (?:(?:a|1|\\[)*)*.*.*.*<code>(?:.*.*)*x$", "my.rules");
        CodeScanner slow = CodeScanner.create(Catalog.builtIn(), own.followedBy(RuleSet.builtIn()), Confidence.MEDIUM);

        double small = charactersReadPerCharacter(slow, unit, 4 * 1024);
        double large = charactersReadPerCharacter(slow, unit, 16 * 1024);

        assertThat(large).isLessThan(small * 1.1 + 1);
    }

    @Test
    void hostileLineOfTenMegabytesCostsPerCharacterWhatAShortOneCosts() {
        String unit = "1301002\"\\\\[[((:1306201}";

        double small = charactersReadPerCharacter(scanner, unit, MEBI / 8);
        double large = charactersReadPerCharacter(scanner, unit, 10 * MEBI);

        assertThat(large).isLessThan(small * 1.1 + 1);
    }

    private static double charactersReadPerCharacter(CodeScanner scanner, String unit, int length) {
        CountingText text = new CountingText(unit.repeat(length / unit.length()));
        scanner.scan(text, detection -> true);
        return (double) text.reads / text.length();
    }

    /** A text that counts how often one of its characters is asked for. */
    private static final class CountingText implements CharSequence {

        private final String text;
        private long reads;

        CountingText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
