package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.CachingLookup;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import io.github.bkerrcode.summary.Summary.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs with more different unlisted codes than a tally keeps. */
class TallyBoundsTest {

    private static final String LIMIT = ": at most 10000 different ones, of at most 200 characters, are told apart";

    private static final List<String> LISTED = List.of("1250001", "1306201", "APIGW_LACK_PARAMS");

    private static final CachingLookup LOOKUP = new CachingLookup(Catalog.builtIn());

    private record Line(String file, long number, List<String> tokens) {

        private Line(String file, long number, String... tokens) {
            this(file, number, List.of(tokens));
        }
    }

    @Test
    void asManyUnlistedCodesAsFitAreKeptWithoutAWord() {
        Tally tally = tallyOf(linesOf("a.log", unlisted(BoundedCodes.MAX_CODES)));

        assertThat(tokens(tally)).containsExactlyInAnyOrderElementsOf(unlisted(BoundedCodes.MAX_CODES));
        assertThat(tally.snapshot().problems()).isEmpty();
    }

    @Test
    void ofMoreTheFirstByTokenAreKeptAndTheRestCountsForItsPlatform() {
        List<String> codes = unlisted(BoundedCodes.MAX_CODES + 1);
        Collections.reverse(codes);

        Tally tally = tallyOf(linesOf("a.log", codes));

        assertThat(tokens(tally)).containsExactlyInAnyOrderElementsOf(unlisted(BoundedCodes.MAX_CODES));
        assertThat(tally.snapshot().detections()).isEqualTo(10_001);
        assertThat(tally.snapshot().platforms())
                .extracting(PlatformSummary::detections)
                .containsExactly(6_000L, 4_001L);
        assertThat(tally.snapshot().problems())
                .containsExactly(new Problem(
                        "a.log", 0, "1 detection of an unlisted code is counted for its platform only" + LIMIT, false));
    }

    @Test
    void inputNamedIsTheFirstByNameThatHasACodeLeftOut() {
        String last = unlisted(BoundedCodes.MAX_CODES + 1).get(BoundedCodes.MAX_CODES);
        List<Line> lines = linesOf("a.log", unlisted(BoundedCodes.MAX_CODES));
        lines.add(0, new Line("c.log", 1, last));
        lines.add(new Line("b.log", 1, last));
        lines.add(new Line("d.log", 1, last, last));

        assertThat(tallyOf(lines).snapshot().problems())
                .containsExactly(new Problem(
                        "b.log",
                        0,
                        "4 detections of unlisted codes are counted for their platform only" + LIMIT,
                        false));
    }

    @Test
    void platformWhoseCodesAreAllLeftOutIsStillCounted() {
        List<Line> lines = linesOf("a.log", unlisted(BoundedCodes.MAX_CODES));
        lines.add(new Line("a.log", 20_000, "APIGW_NEVER_HEARD", "APIGW_NOR_THIS"));

        PlatformSummary platform = platform(tallyOf(lines), "apigw");

        assertThat(platform.detections()).isEqualTo(2);
        assertThat(platform.lines()).isEqualTo(1);
        assertThat(platform.codes()).isEmpty();
    }

    @Test
    void listedCodesAreKeptHoweverManyUnlistedOnesThereAre() {
        List<Line> lines = linesOf("a.log", unlisted(BoundedCodes.MAX_CODES + 500));
        LISTED.forEach(token -> lines.add(new Line("b.log", 1, token)));

        assertThat(tokens(tallyOf(lines))).containsAll(LISTED).hasSize(BoundedCodes.MAX_CODES + LISTED.size());
    }

    @Test
    void inventedNameIsKeptUpToTheLongestAllowed() {
        String longest = "APIGW_" + "X".repeat(BoundedCodes.MAX_TOKEN_LENGTH - 6);

        Tally tally = tallyOf(List.of(new Line("a.log", 1, longest), new Line("a.log", 2, longest + "X")));

        assertThat(tokens(tally)).containsExactly(longest);
        assertThat(platform(tally, "apigw").detections()).isEqualTo(2);
        assertThat(tally.snapshot().problems())
                .extracting(Problem::message)
                .containsExactly("1 detection of an unlisted code is counted for its platform only" + LIMIT);
    }

    @Test
    void codeThatComesToBeListedGoesOnWhereItWasCountedFirst() {
        Platform job = ((Resolution.Known) LOOKUP.resolve("1250001")).platform();
        ErrorCode code = ErrorCode.numeric(1288888);
        LocalizedText text = job.name();
        List<Resolution> answers = new ArrayList<>(List.of(
                new Resolution.Unlisted(code, job, null, text),
                new Resolution.Listed(code, job, null, text, Catalog.builtIn().entriesOf(ErrorCode.numeric(1250001)))));
        Tally tally = new Tally(token -> answers.remove(0));

        record(tally, new Line("a.log", 1, "1288888"));
        record(tally, new Line("a.log", 2, "1288888"));

        assertThat(platform(tally, "job").codes())
                .extracting(CodeSummary::detections)
                .containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsKeptIsCountedExactly(long seed) {
        List<Line> lines = randomLines(new Random(seed));
        Map<String, Long> detections = new TreeMap<>();
        Map<String, Long> platformDetections = new TreeMap<>();
        Map<String, Long> linesOfCodes = new TreeMap<>();
        Map<String, Long> platformLines = new TreeMap<>();
        for (Line line : lines) {
            line.tokens().forEach(token -> detections.merge(token, 1L, Long::sum));
            line.tokens().forEach(token -> platformDetections.merge(platformOf(token), 1L, Long::sum));
            new HashSet<>(line.tokens()).forEach(token -> linesOfCodes.merge(token, 1L, Long::sum));
            line.tokens().stream()
                    .map(TallyBoundsTest::platformOf)
                    .distinct()
                    .forEach(id -> platformLines.merge(id, 1L, Long::sum));
        }
        Set<String> kept = detections.keySet().stream()
                .filter(token -> !LISTED.contains(token))
                .limit(BoundedCodes.MAX_CODES)
                .collect(Collectors.toSet());
        kept.addAll(LISTED);
        detections.keySet().retainAll(kept);
        linesOfCodes.keySet().retainAll(kept);

        Tally tally = tallyOf(lines);

        assertThat(byToken(tally, CodeSummary::detections)).isEqualTo(detections);
        assertThat(byToken(tally, CodeSummary::lines)).isEqualTo(linesOfCodes);
        assertThat(byPlatform(tally, PlatformSummary::detections)).isEqualTo(platformDetections);
        assertThat(byPlatform(tally, PlatformSummary::lines)).isEqualTo(platformLines);
        assertThat(tally.snapshot().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith(
                                (tally.snapshot().detections() - sum(detections)) + " detections of unlisted codes"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void partsMergedInAnyOrderAndShapeSayWhatOneTallySays(long seed) {
        Random random = new Random(seed);
        List<Line> lines = randomLines(random);
        Summary whole = tallyOf(lines).snapshot();
        Collections.shuffle(lines, random);
        List<Tally> parts = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        IntStream.range(0, count).forEach(i -> parts.add(new Tally(LOOKUP)));
        lines.forEach(line -> record(parts.get(random.nextInt(count)), line));

        while (parts.size() > 1) {
            Tally from = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(from);
        }

        assertThat(parts.get(0).snapshot()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void partsOfOneInputMovedDownSayWhatTheWholeSays(long seed) {
        Random random = new Random(seed);
        List<String> codes = unlisted(12_000);
        Collections.shuffle(codes, random);
        int cut = 1 + random.nextInt(codes.size() - 1);
        Tally joined = tallyOf(linesOf("a.log", codes.subList(0, cut)));
        Tally second = tallyOf(linesOf("a.log", codes.subList(cut, codes.size())));

        second.moveDown(cut);
        joined.merge(second);

        assertThat(joined.snapshot()).isEqualTo(tallyOf(linesOf("a.log", codes)).snapshot());
    }

    @Test
    void mergeLeavesTheOtherAsItWas() {
        Tally full = tallyOf(linesOf("a.log", unlisted(BoundedCodes.MAX_CODES + 5)));
        Tally other = tallyOf(linesOf("b.log", unlisted(BoundedCodes.MAX_CODES + 7)));
        Summary before = other.snapshot();

        full.merge(other);
        record(full, new Line("c.log", 1, unlisted(1).get(0)));

        assertThat(other.snapshot()).isEqualTo(before);
    }

    /** Some 12,000 different codes, some of them often and several to a line, in three inputs. */
    private static List<Line> randomLines(Random random) {
        List<String> codes = unlisted(11_500);
        IntStream.range(0, 500).forEach(i -> codes.add("APIGW_X" + i));
        List<String> tokens = new ArrayList<>(codes);
        for (int i = 0; i < 8_000; i++) {
            tokens.add(codes.get(random.nextInt(codes.size())));
            tokens.add(LISTED.get(i % LISTED.size()));
        }
        Collections.shuffle(tokens, random);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int end = Math.min(tokens.size(), i + 1 + random.nextInt(3));
            lines.add(new Line("input-" + random.nextInt(3) + ".log", i + 1, List.copyOf(tokens.subList(i, end))));
            i = end;
        }
        return lines;
    }

    /** Unlisted numbers in their order: 6,000 of CMDB's, then the job platform's. */
    private static List<String> unlisted(int count) {
        return IntStream.iterate(1_194_000, number -> number + 1)
                .filter(number -> number < 1_200_000 || number >= 1_280_000)
                .filter(number -> !Catalog.builtIn().isListed(number))
                .limit(count)
                .mapToObj(Integer::toString)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Line> linesOf(String file, List<String> tokens) {
        List<Line> lines = new ArrayList<>();
        tokens.forEach(token -> lines.add(new Line(file, lines.size() + 1, token)));
        return lines;
    }

    private static Tally tallyOf(List<Line> lines) {
        Tally tally = new Tally(LOOKUP);
        lines.forEach(line -> record(tally, line));
        return tally;
    }

    private static void record(Tally tally, Line line) {
        tally.record(
                new LineOrigin(line.file(), line.number(), null),
                String.join(" ", line.tokens()),
                line.tokens().stream()
                        .map(token -> ErrorCode.parse(token).orElseThrow())
                        .map(code -> new Detection(code, false, 0, code.token().length(), Confidence.HIGH, "any"))
                        .toList());
    }

    private static String platformOf(String token) {
        return ((Resolution.Known) LOOKUP.resolve(token)).platform().id();
    }

    private static PlatformSummary platform(Tally tally, String id) {
        return tally.snapshot().platforms().stream()
                .filter(platform -> platform.platform().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tokens(Tally tally) {
        return List.copyOf(byToken(tally, CodeSummary::detections).keySet());
    }

    private static Map<String, Long> byToken(Tally tally, Function<CodeSummary, Long> number) {
        return tally.snapshot().platforms().stream()
                .flatMap(platform -> platform.codes().stream())
                .collect(Collectors.toMap(code -> code.code().token(), number));
    }

    private static Map<String, Long> byPlatform(Tally tally, Function<PlatformSummary, Long> number) {
        return tally.snapshot().platforms().stream()
                .collect(Collectors.toMap(platform -> platform.platform().id(), number));
    }

    private static long sum(Map<String, Long> numbers) {
        return numbers.values().stream().mapToLong(Long::longValue).sum();
    }
}
