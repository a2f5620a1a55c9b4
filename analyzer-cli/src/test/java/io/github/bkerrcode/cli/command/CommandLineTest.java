package io.github.bkerrcode.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bkerrcode.cli.report.Palette;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program in process: arguments in, both outputs and the exit code out. */
class CommandLineTest {

    private static final int FINE = 0;
    private static final int USAGE = 2;
    private static final int INCOMPLETE = 4;

    /** What a run of the program left behind. */
    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"analyze", "merge", "report", "detect", "annotate", "explain", "catalog", "completion"})
    void nameOfACommandIsNoPath(String name) {
        assertThat(english(name, "--help").out()).startsWith("Usage: analyzer " + name + " ");
    }

    @Test
    void everyCommandIsNamedInTheTestAbove() {
        assertThat(AnalyzerCommand.commandNames(Console.of(
                        OutputStream.nullOutputStream(), new PrintWriter(new StringWriter()), Palette.NONE, 80)))
                .filteredOn(name -> name.size() == 1)
                .hasSize(8);
    }

    @Nested
    class Analyze {

        @Test
        void summaryNamesPlatformsCodesMeaningsAndAdvice() throws IOException {
            Run run = run("analyze", file("a.log", "errorCode=1301006\nerrorCode=1250001\n"));
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .startsWith("1 个文件 · 2 行 · 2 行含错误码 · 2 次命中")
                    .contains("(paas)", "(job)", "1301006", "1250001", "Redis 服务不可", "JOB → Redis");
        }

        @Test
        void isTheDefaultCommand() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            assertThat(run(log)).isEqualTo(run("analyze", log));
        }

        /** These two go different ways: what needs no option parser does without. */
        @Test
        void plainFormDoesWhatTheOptionParserDoes() throws IOException {
            String log = file("a.log", "2025-10-24 15:02:11 ERROR errorCode=1250001\nnothing\nret_code: 1199014\n");
            assertThat(run(log)).isEqualTo(run(log, "--top", "20"));
            for (String format : List.of("txt", "json", "csv", "md", "html")) {
                Path plain = directory.resolve("plain." + format);
                Path parsed = directory.resolve("parsed." + format);
                assertThat(run(log, "-o", plain.toString())).isEqualTo(run(log, "-o" + parsed));
                assertThat(plain).hasSameTextualContentAs(parsed);
            }
        }

        @Test
        void plainFormFailsAsTheOptionParserDoes() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            String missing = directory.resolve("missing.log").toString();
            assertThat(run(log, "-o", "x.pdf")).isEqualTo(run(log, "-ox.pdf"));
            assertThat(run(log, "-o", missing + "/x.json")).isEqualTo(run(log, "-o" + missing + "/x.json"));
            assertThat(run(missing)).isEqualTo(run(missing, "--top", "20"));
            assertThat(run(missing).exitCode()).isEqualTo(INCOMPLETE);
        }

        @Test
        void optionsMayComeFirst() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            assertThat(run("--lang", "en", log)).isEqualTo(run("analyze", log, "--lang", "en"));
        }

        @Test
        void languageCanBeEnglish() throws IOException {
            Run run = run("--lang", "en", file("a.log", "errorCode=1250001\n"));
            assertThat(run.out()).startsWith("1 file · 1 line · ").contains("Redis service unavailable");
        }

        @Test
        void directoriesAreWalked() throws IOException {
            file("logs/a.log", "errorCode=1301002\n");
            file("logs/deep/b.log.1", "errorCode=1301002\n");
            file("logs/deep/not-a-log.json", "errorCode=1301002\n");
            assertThat(run(directory.resolve("logs").toString()).out()).startsWith("2 个文件 · 2 行");
        }

        @Test
        void standardInputIsRead() {
            Run run = runWithInput("errorCode=1301002\n".getBytes(UTF_8), "--format", "json", "-");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).contains("\"file\" : \"<stdin>\"", "\"detections\" : 1");
        }

        @Test
        void compressedStandardInputIsRead() throws IOException {
            assertThat(runWithInput(gzip("errorCode=1301002\n"), "-").out()).startsWith("1 个文件 · 1 行 · 1 行含错误码");
        }

        @Test
        void jsonHasTheKeysOfTheContract() throws IOException {
            Run run = run("--format", "json", file("a.log", "2025-10-24 15:02:11 ERROR errorCode=1250001\n"));
            assertThat(keys(run.out(), 1))
                    .containsExactly(
                            "schema",
                            "files",
                            "bytes",
                            "lines",
                            "linesWithCodes",
                            "detections",
                            "firstSeen",
                            "lastSeen",
                            "platforms",
                            "timeline",
                            "dependencies",
                            "inputs",
                            "problems");
            assertThat(run.out()).contains("\"schema\" : \"bk-errcode/summary/1\"");
        }

        @Test
        void zoneOfTimesIsTheOneGiven() throws IOException {
            String log = file("a.log", "2025-10-24 15:02:11 ERROR errorCode=1250001\n");
            assertThat(run("--tz", "Asia/Shanghai", "--format", "json", log).out())
                    .contains("\"firstSeen\" : \"2025-10-24T07:02:11Z\"");
            assertThat(run("--tz=-03:00", "--format", "json", log).out())
                    .contains("\"firstSeen\" : \"2025-10-24T18:02:11Z\"");
        }

        @Test
        void topLimitsTheCodesOfAPlatform() throws IOException {
            String log = file("a.log", "errorCode=1301002\nerrorCode=1301002\nerrorCode=1301006\n");
            assertThat(run("--top", "1", log).out())
                    .contains("     2  1301002")
                    .doesNotContain("     1  1301006")
                    .contains("1 个错误码未显示");
        }

        @Test
        void platformsCanBeChosen() throws IOException {
            String log = file("a.log", "errorCode=1301002\nerrorCode=1250001\nerrorCode=1101002\n");
            assertThat(run("--platform", "job", log).out()).contains("1250001").doesNotContain("1301002");
            assertThat(run("--platform", "job,paas", log).out())
                    .contains("1250001", "1301002")
                    .doesNotContain("1101002");
        }

        @Test
        void noCodesAreNoError() throws IOException {
            Run run = run(file("a.log", "all is well\n"));
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out())
                    .contains("没有发现错误码", "字符集 UTF-8 · 可信度 medium 及以上", "--charset GBK")
                    .doesNotContain("接下来做什么");
        }

        @Test
        void whatToDoNextIsSaidLast() throws IOException {
            Run run = run(file("a.log", "errorCode=1306201\nerrorCode=1250001\nerrorCode=1250001\n"));
            assertThat(run.out())
                    .containsSubsequence("错误指向谁", "接下来做什么", "1. 1250001", "JOB → Redis", "2. 1306201")
                    .endsWith("\n  更多: analyzer explain 1250001 1306201\n");
        }

        @Test
        void whatWasLookedForIsSaidWhereNothingWasFound() throws IOException {
            Run run = run(file("a.log", "all is well\n"), "--platform", "job", "--charset", "GBK", "--lang", "en");
            assertThat(run.out()).contains("looked for: charset GBK", "platforms job", "no --platform");
        }

        @Test
        void coloursAreThoseOfTheConsole() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            AnalyzerCommand.run(
                    List.of(log), new Console(new PrintWriter(out), new PrintWriter(err), Palette.ANSI, 100));
            assertThat(out.toString()).contains("\u001b[31m1301002");
            assertThat(run(log).out()).doesNotContain("\u001b");
        }
    }

    @Nested
    class Report {

        @Test
        void summaryIsRenderedAsTheRunThatCountedItWouldHave() throws IOException {
            String log = file("a.log", "2025-10-24T07:02:11Z errorCode=1250001\nerrorCode=1301006\n");
            String counted = path("counted.json");
            run("analyze", log, "-o", counted);
            for (String format : List.of("text", "json", "csv", "md", "html")) {
                assertThat(run("report", counted, "--format", format, "--lang", "en", "--tz", "UTC"))
                        .isEqualTo(run("analyze", log, "--format", format, "--lang", "en", "--tz", "UTC"));
            }
        }

        @Test
        void formatIsSaidByTheNameOfTheFile() throws IOException {
            String counted = path("counted.json");
            run("analyze", file("a.log", "errorCode=1250001\n"), "-o", counted);
            String output = path("report.md");
            assertThat(runWithInput(Files.readAllBytes(Path.of(counted)), "report", "-", "-o", output))
                    .isEqualTo(new Run(FINE, "", ""));
            assertThat(Files.readString(Path.of(output)))
                    .isEqualTo(run("report", counted, "--format", "md").out());
        }

        @Test
        void rulesAreHeldAgainstASummaryCountedElsewhere() throws IOException {
            String counted = path("counted.json");
            run("analyze", file("a.log", "errorCode=1250001\n"), "no-such.log", "-o", counted);
            assertThat(run("report", counted).exitCode()).isEqualTo(INCOMPLETE);
            Run failed = run("report", counted, "--baseline", counted, "--fail-on", "total>0");
            assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED_RULE);
            assertThat(failed.err()).contains("no-such.log", "--fail-on total>0");
        }

        @Test
        void oneSummaryIsAskedFor() throws IOException {
            String log = file("a.log", "errorCode=1250001\n");
            assertUsageError(english("report"), "SUMMARY", "--help");
            assertUsageError(english("report", log, log), "--help");
            assertUsageError(english("report", log), "a.log:1:", "not valid JSON");
            assertUsageError(english("report", "no-such.json"), "no-such.json: no such file");
        }
    }

    @Nested
    class Merge {

        @Test
        void sumIsWrittenWhereTheOptionsSay() throws IOException {
            String one = summary("one.json", "errorCode=1250001\n");
            String other = summary("other.json", "errorCode=1250001\nerrorCode=1301006\n");
            assertThat(run("merge", one, other).out()).startsWith("2 个文件 · 3 行 · 3 行含错误码 · 3 次命中");
            assertThat(run("merge", one, other, "--lang", "en", "--top", "1").out())
                    .startsWith("2 files · 3 lines · ")
                    .contains("Redis service unavailable");
            Path output = directory.resolve("all.json");
            assertThat(run("merge", one, other, "-o", output.toString())).isEqualTo(new Run(FINE, "", ""));
            assertThat(run("merge", one, other, "--format", "json").out()).isEqualTo(Files.readString(output));
            Path page = directory.resolve("all.html");
            assertThat(run("merge", one, other, "-o", page.toString())).isEqualTo(new Run(FINE, "", ""));
            assertThat(run("merge", one, other, "--format", "html").out())
                    .isEqualTo(Files.readString(page))
                    .startsWith("<!DOCTYPE html>")
                    .contains("1301006");
        }

        @Test
        void oneSummaryMayComeFromStandardInput() throws IOException {
            String one = summary("one.json", "errorCode=1250001\n");
            byte[] other = Files.readAllBytes(Path.of(summary("other.json", "errorCode=1301006\n")));
            assertThat(runWithInput(other, "merge", one, "-").out()).startsWith("2 个文件");
        }

        @Test
        void zoneOfTimesIsTheOneGiven() throws IOException {
            String one = summary("one.json", "2025-10-24T07:02:11Z errorCode=1250001\n");
            assertThat(run("merge", "--tz", "+08:00", one).out()).contains("2025-10-24 15:02:11");
        }

        @Test
        void codesOfAFurtherCatalogAreNamed() throws IOException {
            String catalog = file(
                    "mine.json",
                    "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"entries\":[{\"code\":\"1199014\",\"meaning\":\"quota used up\"}]}");
            String log = file("a.log", "\"bk_error_code\":1199014\n");
            String without = summary("without.json", "\"bk_error_code\":1199014\n");
            Path with = directory.resolve("with.json");
            run("analyze", log, "--catalog", catalog, "-o", with.toString());

            assertThat(run("merge", without, "--catalog", catalog).out()).contains("quota used up");
            assertThat(run("merge", with.toString(), without, "--format", "csv").out())
                    .containsOnlyOnce("quota used up");
        }

        @Test
        void missingInputOfAHostIsSaidAgain() throws IOException {
            Path one = directory.resolve("one.json");
            Run analyzed = run("analyze", file("a.log", "errorCode=1250001\n"), "no-such.log", "-o", one.toString());
            Run merged = run("merge", one.toString());
            assertThat(merged.err()).isEqualTo(analyzed.err()).contains("no-such.log");
            assertThat(merged.exitCode()).isEqualTo(INCOMPLETE);
        }

        @Test
        void wrongFileIsRefusedWithPlaceAndRemedyAndNothingIsWritten() throws IOException {
            String one = summary("one.json", "errorCode=1250001\n");
            String wrong = file(
                    "wrong.json",
                    Files.readString(Path.of(one)).replaceFirst("\"detections\" : 1", "\"detections\" : -1"));
            Path output = directory.resolve("all.json");
            assertUsageError(
                    english("merge", one, wrong, "-o", output.toString()),
                    wrong + ":7:",
                    "/detections: must be 0 to 9007199254740991, was -1; write it again with: analyzer analyze");
            assertThat(output).doesNotExist();
            assertUsageError(
                    english("merge", file("a.log", "errorCode=1250001\n")),
                    "a.log:1:",
                    "not valid JSON",
                    "write it again");
        }

        @Test
        void fileThatCannotBeReadIsRefused() {
            assertUsageError(english("merge", "no-such.json"), "no-such.json: no such file");
            assertUsageError(english("merge", directory.toString()), "is a directory; name the summaries in it");
            assertUsageError(english("merge"), "SUMMARY", "--help");
        }

        @Test
        void nothingCountsTwice() throws IOException {
            String one = summary("one.json", "errorCode=1250001\n");
            String detour = directory.resolve("x/../one.json").toString();
            Files.createDirectory(directory.resolve("x"));
            assertUsageError(english("merge", one, detour), "is given twice and would count twice");
            assertUsageError(english("merge", "-", "-"), "is given twice");
            assertUsageError(english("merge", one, "-o", one), "is one of the summaries to merge");
        }

        private String summary(String name, String lines) throws IOException {
            Path output = directory.resolve(name);
            run("analyze", "--tz", "UTC", "-o", output.toString(), file("logs/" + name + ".log", lines));
            return output.toString();
        }
    }

    @Nested
    class OutputToAFile {

        @Test
        void nameEndingInJsonGivesJson() throws IOException {
            Path output = directory.resolve("summary.json");
            Run run = run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertThat(run).isEqualTo(new Run(FINE, "", ""));
            assertThat(Files.readString(output)).startsWith("{").contains("\"bk-errcode/summary/1\"", "\"1301002\"");
        }

        @Test
        void nameEndingInTxtGivesText() throws IOException {
            Path output = directory.resolve("summary.txt");
            run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertThat(Files.readString(output)).startsWith("1 个文件").contains("1301002");
        }

        @Test
        void formatOverrulesTheName() throws IOException {
            Path output = directory.resolve("summary.out");
            run("-o", output.toString(), "--format", "json", file("a.log", "errorCode=1301002\n"));
            assertThat(Files.readString(output)).startsWith("{");
        }

        @Test
        void coloursStayOutOfTheFile() throws IOException {
            Path output = directory.resolve("summary.txt");
            Console console = new Console(
                    new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), Palette.ANSI, 100);
            AnalyzerCommand.run(List.of("-o", output.toString(), file("a.log", "errorCode=1301002\n")), console);
            assertThat(Files.readString(output)).contains("1301002").doesNotContain("\u001b");
        }

        @Test
        void earlierFileIsReplaced() throws IOException {
            Path output = Files.writeString(directory.resolve("summary.json"), "old".repeat(10_000));
            run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertThat(Files.readString(output)).startsWith("{").doesNotContain("old");
        }

        @Test
        void nothingElseIsLeftBesideTheFile() throws IOException {
            Path output = Files.createDirectory(directory.resolve("reports")).resolve("summary.json");
            run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertThat(filesIn(output.resolveSibling(""))).containsExactly("summary.json");
        }

        @Test
        void unknownEndingIsAUsageErrorAndWritesNothing() throws IOException {
            Path output = directory.resolve("summary.pdf");
            Run run = run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertUsageError(run, "-o " + output, ".json", ".txt", "--format");
            assertThat(output).doesNotExist();
        }

        @Test
        void missingDirectoryIsAUsageErrorAndWritesNothing() throws IOException {
            Path output = directory.resolve("missing").resolve("summary.json");
            Run run = english("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertUsageError(run, "-o " + output, "cannot be written", "no such file or directory");
            assertThat(output.getParent()).doesNotExist();
        }

        @Test
        void directoryInThePlaceOfTheFileStaysAsItIs() throws IOException {
            Path output = Files.createDirectory(directory.resolve("summary.json"));
            Run run = run("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertUsageError(run, "-o " + output);
            assertThat(output).isDirectory();
        }

        @Test
        void linkInThePlaceOfTheFileIsFollowed() throws IOException {
            Path real = Files.writeString(directory.resolve("real.json"), "old");
            Path link = Files.createSymbolicLink(directory.resolve("latest.json"), real);
            run("-o", link.toString(), file("a.log", "errorCode=1301002\n"));
            assertThat(link).isSymbolicLink();
            assertThat(Files.readString(real)).startsWith("{");
        }

        @Test
        void failedWritingLeavesTheEarlierFileAndNoDraft() throws IOException {
            Path reports = Files.createDirectory(directory.resolve("reports"));
            Path output = Files.createDirectory(reports.resolve("summary.json"));
            Files.writeString(output.resolve("keep.txt"), "keep");
            Run run = english("-o", output.toString(), file("a.log", "errorCode=1301002\n"));
            assertUsageError(run, "cannot be written");
            assertThat(filesIn(reports)).containsExactly("summary.json");
            assertThat(output.resolve("keep.txt")).hasContent("keep");
        }

        @Test
        void incompleteInputIsStillWrittenAndToldByTheExitCode() throws IOException {
            Path output = directory.resolve("summary.json");
            Run run = english("-o", output.toString(), file("a.log", "errorCode=1301002\n"), path("missing.log"));
            assertProblem(run, path("missing.log") + ": no such file or directory");
            assertThat(Files.readString(output)).contains("\"1301002\"", "missing.log");
        }
    }

    @Nested
    class Detect {

        @Test
        void jsonLinesHaveTheKeysOfTheContractInTheirOrder() throws IOException {
            Run run = run("detect", "--format", "jsonl", file("a.log", "errorCode=1301002\n\"code\": 1306201\n"));
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(keys(line, 1))
                            .containsExactly(
                                    "file",
                                    "line",
                                    "column",
                                    "code",
                                    "listed",
                                    "platform",
                                    "confidence",
                                    "meaning",
                                    "remediation",
                                    "timestamp",
                                    "text"));
        }

        @Test
        void jsonLineSaysWhereTheCodeStandsAndWhatItMeans() throws IOException {
            String log = file("a.log", "\n2025-10-24 15:02:11 ERROR errorCode=1250001\n");
            assertThat(run("detect", "--format", "jsonl", "--tz", "Asia/Shanghai", log)
                            .out())
                    .isEqualTo(
                            "{\"file\":\"" + log + "\",\"line\":2,\"column\":37,\"code\":\"1250001\",\"listed\":true,"
                                    + "\"platform\":\"job\",\"confidence\":\"high\","
                                    + "\"meaning\":\"Redis 服务不可：IP 不对或者配置错误\",\"remediation\":null,"
                                    + "\"timestamp\":\"2025-10-24T07:02:11Z\","
                                    + "\"text\":\"2025-10-24 15:02:11 ERROR errorCode=1250001\"}\n");
        }

        @Test
        void textNamesPlaceCodeAndMeaning() throws IOException {
            String log = file("a.log", "errorCode=1250001\n");
            assertThat(run("detect", log).out().lines())
                    .containsExactly(log + ":1:11  1250001  作业平台 | Redis 服务不可：IP 不对或者配置错误", "    errorCode=1250001");
        }

        @Test
        void filesComeInTheOrderGiven() throws IOException {
            String b = file("b.log", "errorCode=1301002\n");
            String a = file("a.log", "errorCode=1250001\n");
            assertThat(run("detect", b, a).out()).containsSubsequence("1301002", "1250001");
        }

        @Test
        void unlistedCodeOfAKnownPlatformIsFound() throws IOException {
            assertThat(run("detect", "--format", "jsonl", file("a.log", "errorCode=1199014\n"))
                            .out())
                    .contains("\"code\":\"1199014\",\"listed\":false,\"platform\":\"cmdb\"", "\"meaning\":null");
        }

        @Test
        void standardInputIsRead() {
            assertThat(runWithInput("errorCode=1301002\n".getBytes(UTF_8), "detect", "-")
                            .out())
                    .startsWith("<stdin>:1:11  1301002");
        }

        @Test
        void higherConfidenceNeverFindsMore() throws IOException {
            String log = file("a.log", "errorCode=1301002\n1301002\n[1301002] failed\n");
            long low = detections("low", log);
            long medium = detections("medium", log);
            long high = detections("high", log);
            assertThat(low).isGreaterThanOrEqualTo(medium);
            assertThat(medium).isGreaterThanOrEqualTo(high);
            assertThat(high).isBetween(1L, low);
        }

        @Test
        void highConfidenceKeepsACodeUnderItsKey() throws IOException {
            assertThat(detections("high", file("a.log", "errorCode=1301002\n"))).isEqualTo(1);
        }

        @Test
        void everyDetectionHasTheConfidenceAskedForOrMore() throws IOException {
            String log = file("a.log", "errorCode=1301002\n1301002\n[1301002] failed\n");
            assertThat(run("detect", "--format", "jsonl", "--min-confidence", "high", log)
                            .out()
                            .lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("\"confidence\":\"high\""));
        }

        private long detections(String confidence, String log) {
            return run("detect", "--format", "jsonl", "--min-confidence", confidence, log)
                    .out()
                    .lines()
                    .count();
        }
    }

    @Nested
    class Explain {

        @Test
        void listedCode() {
            Run run = run("explain", "1250001");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .startsWith("1250001\n")
                    .contains("作业平台", "Redis 服务不可：IP 不对或者配置错误", "JOB → Redis", "12 job + 50001");
        }

        @Test
        void unlistedNumberOfJobNamesTheSystemThatFailed() {
            Run run = run("explain", "1250099");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).startsWith("1250099  未收录\n").contains("作业平台", "Redis");
        }

        @Test
        void flagStandsForItsNumber() {
            assertThat(run("explain", "E1301002_BASE_DATABASE_ERROR")).isEqualTo(run("explain", "1301002"));
        }

        @Test
        void symbolicCode() {
            Run run = run("explain", "APIGW_LACK_PARAMS");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).startsWith("APIGW_LACK_PARAMS\n").contains("(apigw)", "401");
        }

        @Test
        void codeWithTwoMeaningsShowsBoth() {
            assertThat(run("explain", "FAILED_PRECONDITION").out()).contains("400", "409");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "0"})
        void commonCodesAreExplained(String code) {
            Run run = run("explain", code);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith(code + "\n").contains("含义");
        }

        @Test
        void severalCodesAreExplainedInTheirOrder() {
            Run run = run("explain", "1306201", "0", "1250001");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).startsWith("1306201\n").containsSubsequence("\n\n0\n", "\n\n1250001\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"7654321", "123", "hello", "-2"})
        void unknownCodeIsAUsageError(String code) {
            assertUsageError(run("explain", code), code);
        }

        @Test
        void codesOfStandardInputAreExplained() {
            Run run = runWithInput(
                    "1306201, 1250001\n\tE1301002_BASE_DATABASE_ERROR\n".getBytes(UTF_8), "explain", "0", "-");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).containsSubsequence("0\n", "\n\n1306201\n", "\n\n1250001\n", "\n\n1301002\n");
        }

        @Test
        void standardInputIsReadWithOptionsToo() {
            Run run = runWithInput("1306201".getBytes(UTF_8), "explain", "--lang", "en", "-");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).startsWith("1306201\n").contains("meaning");
        }

        @Test
        void misspeltNameIsAnsweredWithTheNearestOnes() {
            Run run = english("explain", "UNKNWON");
            assertThat(run.exitCode()).isEqualTo(USAGE);
            assertThat(run.err()).contains("did you mean UNKNOWN?");
        }

        @Test
        void knownCodesAreExplainedBesideUnknownOnes() {
            Run run = english("explain", "hello", "1250001");
            assertThat(run.exitCode()).isEqualTo(USAGE);
            assertThat(run.out()).startsWith("1250001\n");
            assertThat(run.err()).startsWith("analyzer: unknown code [hello]").hasLineCount(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1301002",
                    "1250099",
                    "E1301002_BASE_DATABASE_ERROR",
                    "APIGW_LACK_PARAMS",
                    "FAILED_PRECONDITION",
                    "-1",
                    "0",
                    "hello",
                    "7654321",
                    "",
                    " 1301002 ",
                    "-1 0 1301002"
                })
        void quickPathSaysWhatTheParserPathSays(String codes) {
            List<String> asked = codes.equals("-1 0 1301002") ? List.of(codes.split(" ", -1)) : List.of(codes);
            List<String> full = new ArrayList<>(List.of("explain", "--lang", "zh"));
            full.addAll(asked);
            List<String> quick = new ArrayList<>(List.of("explain"));
            quick.addAll(asked);
            assertThat(run(quick.toArray(String[]::new))).isEqualTo(run(full.toArray(String[]::new)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"errorCode=1250001", "【1250001】", "１２５０００１", "1250001,", "\"code\":1250001"})
        void codeMayBeCopiedOutOfALogWithWhatStandsAroundIt(String word) {
            assertThat(run("explain", word)).isEqualTo(run("explain", "1250001"));
            assertThat(run("explain", "--lang", "zh", word)).isEqualTo(run("explain", "1250001"));
        }

        @Test
        void namesAndFlagsMayBeInLowerCase() {
            assertThat(run("explain", "apigw_lack_params")).isEqualTo(run("explain", "APIGW_LACK_PARAMS"));
            assertThat(run("explain", "e1301002_base_database_error")).isEqualTo(run("explain", "1301002"));
        }

        @Test
        void codesMayBeSeparatedByCommas() {
            assertThat(run("explain", "1250001,1306201")).isEqualTo(run("explain", "1250001", "1306201"));
        }

        @Test
        void optionsMayFollowTheCode() {
            assertThat(run("explain", "-1", "--lang", "en")).isEqualTo(run("explain", "--lang", "en", "-1"));
        }

        @Test
        void languageCanBeEnglish() {
            assertThat(run("explain", "--lang", "en", "1250001").out()).contains("Redis service unavailable");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"explain 1250001", "explain --format text 1250001", "analyze -", "detect -", "annotate -"})
        void languageIsThatOfTheUserWhereTheOptionDoesNotSay(String command) {
            String[] arguments = command.split(" ", -1);
            InputStream before = System.in;
            try {
                System.setIn(new ByteArrayInputStream("errorCode=1250001\n".getBytes(UTF_8)));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Console console = Console.of(out, new PrintWriter(new StringWriter()), Palette.NONE, 200);
                AnalyzerCommand.run(List.of(arguments), console.in(Language.EN));
                assertThat(out.toString(UTF_8)).contains("Redis service unavailable");
            } finally {
                System.setIn(before);
            }
        }

        @Test
        void jsonIsAnArrayWithEveryMeaning() throws IOException {
            String json = run("explain", "--format", "json", "FAILED_PRECONDITION", "1199014")
                    .out();
            assertThat(strings(json, "code")).containsExactly("FAILED_PRECONDITION", "FAILED_PRECONDITION", "1199014");
        }

        @Test
        void withoutACodeIsAUsageError() {
            assertUsageError(run("explain"), "CODE");
        }
    }

    @Nested
    class CatalogList {

        @Test
        void jsonHasEveryRowOfTheDocumentsAndTheCommonCodes() throws IOException {
            Run run = run("catalog", "list", "--format", "json");
            assertThat(run.exitCode()).isEqualTo(FINE);
            List<String> codes = strings(run.out(), "code");
            assertThat(codes).hasSize(435 + 2).contains("-1", "0");
            assertThat(new HashSet<>(codes)).hasSize(434 + 2);
        }

        @Test
        void rowsHaveTheKeysOfTheContractInTheirOrder() throws IOException {
            List<String> keys = keys(run("catalog", "list", "--format", "json").out(), 2);
            assertThat(keys.subList(0, 10))
                    .containsExactly(
                            "code",
                            "platform",
                            "flag",
                            "meaning",
                            "remediation",
                            "httpStatus",
                            "source",
                            "target",
                            "document",
                            "origin");
            assertThat(keys).hasSize(10 * 437);
        }

        @Test
        void textHasALineForEveryRow() {
            assertThat(run("catalog", "list").out().lines()).hasSize(437);
        }

        @Test
        void furtherDocumentsComeOnTop() throws IOException {
            String document = file("own.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "own",
                     "entries": [{"code": "1250001", "meaning": {"zh": "自己的说明"}}]}
                    """);
            Run run = run("catalog", "list", "--catalog", document);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out().lines())
                    .hasSize(437)
                    .anySatisfy(line ->
                            assertThat(line).contains("1250001", "自己的说明").endsWith(document + ":2"))
                    .anySatisfy(line -> assertThat(line).contains("1301002").endsWith("built in"));
            assertThat(run("catalog", "list", "--catalog", document, "--format", "json")
                            .out())
                    .contains("\"origin\" : \"" + document + ":2\"", "\"origin\" : \"built in\"");
            assertThat(run("explain", "1250001", "1301002", "--catalog", document)
                            .out())
                    .contains("定义于          " + document + ":2", "定义于          内置");
            assertThat(run("explain", "1250001").out()).doesNotContain("定义于");
        }

        @Test
        void codesCanBeTakenAway() throws IOException {
            String document = file("own.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "own",
                     "entries": [{"code": "1250001", "remove": true}]}
                    """);
            assertThat(run("catalog", "list", "--catalog", document).out().lines())
                    .hasSize(436);
        }

        @Test
        void brokenDocumentIsAUsageErrorThatNamesTheFile() throws IOException {
            String document = file("broken.json", "{\"schema\": ");
            assertUsageError(run("catalog", "list", "--catalog", document), document);
        }

        @Test
        void missingDocumentIsAUsageErrorThatNamesTheFile() {
            assertUsageError(
                    english("catalog", "list", "--catalog", path("none.json")), path("none.json"), "no such file");
        }

        @Test
        void catalogAloneIsAUsageError() {
            assertUsageError(run("catalog"), "catalog list");
        }
    }

    @Nested
    class CatalogImporting {

        @Test
        void documentIsWrittenWholeAndUsable() throws IOException {
            String table = file("own.md", "|错误码|含义|\n|--|--|\n|1199014|配额不足|\n");
            Run run = english("catalog", "import", table, "-o", path("own.json"));
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("analyzer: " + table + ": 1 row, 1 of them used\n"
                            + "analyzer: 1 file, 1 row read, 1 entry made, 0 rows skipped\n")
                    .contains("analyzer: wrote " + path("own.json") + "; use it with --catalog " + path("own.json"));
            assertThat(english("explain", "1199014", "--catalog", path("own.json"))
                            .out())
                    .contains("配额不足");
        }

        @Test
        void whatCannotBeReadIsSaidAndTheRestIsWritten() throws IOException {
            String table = file("own.csv", "code,message\n1199014,quota\n11990145,too long\n");
            Run run = english("catalog", "import", table, path("none.md"));
            assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(run.out()).contains("1199014");
            assertThat(run.err())
                    .contains(
                            table + ":3: [11990145] is no code; codes have seven digits",
                            path("none.md") + ": no such file or directory");
        }

        @Test
        void rowsThatAreSkippedAreSaidAndFineUnlessStrict() throws IOException {
            String table = file("own.csv", "code,message\n1199014,quota\n60108,no platform\n1199014,other\n");
            Run run = english("catalog", "import", table);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err())
                    .contains(
                            table + ":3: [60108] lacks the two digits of its platform",
                            table + ":4: 1199014 stands already at " + table + ":2",
                            "3 rows read, 1 entry made, 2 rows skipped\n");
            Run strict = english("catalog", "import", table, "--strict");
            assertThat(strict.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(strict.out()).isEqualTo(run.out());
        }

        @Test
        void namesWithoutOwnerAreNotReadWhole() throws IOException {
            String table = file("own.csv", "code,message\n1199014,quota\nMY_SAAS_BROKEN,broken\n");
            Run run = english("catalog", "import", table);
            assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(run.err()).contains("name it with --platform ID");
            assertThat(english("catalog", "import", table, "--platform", "my_saas")
                            .exitCode())
                    .isEqualTo(FINE);
        }

        @Test
        void nothingIsWrittenWhereNoRowCanBeUsed() throws IOException {
            Run run = english("catalog", "import", file("own.csv", "code,message\n60108,x\n"), "-o", path("own.json"));
            assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(run.err()).endsWith("no entry could be made, so nothing is written\n");
            assertThat(Path.of(path("own.json"))).doesNotExist();
        }

        @Test
        void nothingIsWrittenWhereNothingWasFound() throws IOException {
            String table = file("own.md", "# No table here\n");
            Run run = english("catalog", "import", table, "-o", path("own.json"));
            assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(run.err()).contains(table + ": has no table of error codes");
            assertThat(Path.of(path("own.json"))).doesNotExist();
        }

        @Test
        void wrongArgumentsAreUsageErrors() throws IOException {
            String table = file("own.md", "");
            assertUsageError(run("catalog", "import"), "FILE|DIR");
            assertUsageError(
                    run("catalog", "import", table, "--platform", "1:2"), "--platform [1:2]", "NUMBER:ID:NAME");
            assertUsageError(run("catalog", "import", table, "--platform", "10:"), "--platform");
            assertUsageError(run("catalog", "import", table, "--max-size", "0"), "--max-size");
            assertUsageError(run("catalog", "import", table, "--document", " "), "--document");
            assertUsageError(run("catalog", "import", table, "--charset", "klingon"), "klingon");
        }
    }

    @Nested
    class CatalogValidation {

        @Test
        void notesAreFine() throws IOException {
            String document = file("own.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "own",
                     "entries": [{"code": "1250001", "meaning": {"zh": "自己的说明"}}]}
                    """);
            Run run = english("catalog", "validate", document);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out())
                    .isEqualTo(document + ":2: note: 1250001 overrides the built-in entry\n" + document
                            + ":2: note: 1250001 has no meaning in English\n"
                            + "1 document, 1 entry, 0 errors, 2 notes\n");
        }

        @Test
        void errorsAreNot() throws IOException {
            String document = file("own.json", """
                    {"schema": "bk-errcode/catalog/1", "document": "own",
                     "entries": [{"code": "125"}]}
                    """);
            Run text = english("catalog", "validate", document);
            Run json = english("catalog", "validate", "--format", "json", document);
            assertThat(text.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(text.out())
                    .contains(document + ":2: error: entry 1 (125): ")
                    .endsWith("1 error, 0 notes\n");
            assertThat(json.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(keys(json.out(), 1)).containsExactly("documents", "entries", "errors", "notes", "findings");
            assertThat(keys(json.out(), 3)).containsExactly("severity", "file", "line", "code", "reason", "other");
        }

        @Test
        void twoPlacesAreNamed() throws IOException {
            String entry = """
                    {"schema": "bk-errcode/catalog/1", "document": "own",
                     "entries": [{"code": "1199014", "meaning": "MEANING"}]}
                    """;
            String a = file("a.json", entry);
            String b = file("b.json", entry.replace("MEANING", "OTHER"));
            Run run = run("catalog", "validate", "--format", "json", a, b);
            assertThat(strings(run.out(), "other")).containsExactly(a + ":2");
        }

        @Test
        void manyFindingsAreCounted() throws IOException {
            String entries = "{\"code\": \"1\"},".repeat(1_200) + "{\"code\": \"2\"}";
            String document = file(
                    "own.json",
                    "{\"schema\": \"bk-errcode/catalog/1\", \"document\": \"own\", \"entries\": [" + entries + "]}");
            assertThat(english("catalog", "validate", document).out()).contains("… and 201 more errors");
        }

        @Test
        void missingPathsAndNothingToCheckAreUsageErrors() {
            assertUsageError(english("catalog", "validate", path("none.json")), "no such file");
            assertUsageError(english("catalog", "validate"), "no catalog to check", "bk-errcode");
        }
    }

    @Nested
    class InputThatCannotBeReadWhole {

        @Test
        void missingPath() throws IOException {
            Run run = english(file("a.log", "errorCode=1301002\n"), path("missing.log"));
            assertProblem(run, path("missing.log") + ": no such file or directory");
            assertThat(run.out()).contains("1301002");
        }

        @Test
        void emptyDirectory() throws IOException {
            Path empty = Files.createDirectory(directory.resolve("empty"));
            assertProblem(english(empty.toString()), empty + ": no log files in this directory");
        }

        @Test
        void truncatedGzip() throws IOException {
            byte[] whole = gzip(numberedLines());
            String log = file("cut.log.gz", Arrays.copyOf(whole, whole.length / 2));
            Run run = english(log);
            assertProblem(run, log + ": the compressed data ends too early");
            assertThat(run.out()).contains("1301002");
        }

        @Test
        void binaryFile() throws IOException {
            byte[] bytes = new byte[4_096];
            new Random(3).nextBytes(bytes);
            String log = file("core.log", bytes);
            assertProblem(english(log), log + ": binary data, not a log; skipped");
        }

        @Test
        void unreadCompressionNamesTheCommandThatHelps() throws IOException {
            String log = file("a.log", new byte[] {0x42, 0x5A, 0x68, 0x39, 0, 0, 0, 0});
            assertProblem(english(log), log + ": bzip2-compressed; pipe it: bzip2 -dc FILE | analyzer -");
        }

        @Test
        void detectSaysTheSameAsAnalyze() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            Run run = english("detect", log, path("missing.log"));
            assertProblem(run, path("missing.log") + ": no such file or directory");
            assertThat(run.out()).contains("1301002");
        }

        @Test
        void controlCharactersOfAFileNameAreShownHarmlessly() throws IOException {
            Path odd = Files.createDirectory(directory.resolve("odd\n\u001b[31mname"));
            Run run = run(odd.toString());
            assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
            assertThat(run.err()).hasLineCount(1).doesNotContain("\u001b");
        }
    }

    @Nested
    class InputWithFlaws {

        @Test
        void lineTooLongIsAWarning() throws IOException {
            String log = file("long.log", "errorCode=1301002 " + "x ".repeat(1_500_000) + "\n");
            Run run = run(log);
            assertWarning(run, log + ":1: line longer than 1048576 bytes");
            assertThat(run.out()).contains("1301002");
        }

        @Test
        void invalidUtf8IsAWarningThatNamesTheOption() throws IOException {
            String log = file("gbk.log", "错误码 errorCode=1301002\n".getBytes(Charset.forName("GBK")));
            Run run = english(log);
            assertWarning(run, log + ":1: 1 line has bytes that are not UTF-8");
            assertThat(run.err()).contains("--charset");
            assertThat(run.out()).contains("1301002");
        }

        @Test
        void theRightCharsetLeavesNoWarning() throws IOException {
            String log = file("gbk.log", "错误码：1306401\n".getBytes(Charset.forName("GBK")));
            Run run = run("--charset", "GBK", log);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("1306401");
        }

        @Test
        void emptyFileIsFine() throws IOException {
            Run run = run(file("empty.log", ""));
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("1 个文件 · 0 行");
        }
    }

    @Nested
    class WrongArguments {

        @Test
        void unknownOption() throws IOException {
            assertUsageError(run("--frobnicate", file("a.log", "")), "--frobnicate", "--help");
        }

        @Test
        void noPath() {
            assertUsageError(run("analyze"), "PATH", "--help");
        }

        @Test
        void noArguments() {
            assertUsageError(run(), "--help");
        }

        @Test
        void unknownPlatformNamesTheKnownOnes() throws IOException {
            assertUsageError(
                    english("--platform", "nosuch", file("a.log", "")),
                    "--platform: unknown platform [nosuch]",
                    " job ",
                    " paas ");
        }

        @ParameterizedTest
        @CsvSource({
            "--min-confidence, certain",
            "--format, yaml",
            "--lang, fr",
            "--charset, NO-SUCH-CHARSET",
            "--tz, Nowhere/City",
            "--top, many",
            "--top, 0",
            "--top, -3"
        })
        void wrongValueIsNamed(String option, String value) throws IOException {
            assertUsageError(run(option, value, file("a.log", "")), option, value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"--charset", "--tz", "--top", "-o", "--platform"})
        void missingValueIsNamed(String option) throws IOException {
            assertUsageError(run(file("a.log", ""), option), option);
        }

        @Test
        void charsetThatCannotEncodeIsNoInternalError() throws IOException {
            String log = file("a.log", new byte[] {'e', 'r', 'r', ' ', (byte) 0xFF, (byte) 0xFE, '\n'});
            Run run = run("--charset", "x-JISAutoDetect", log);
            assertThat(run.exitCode()).isNotEqualTo(1);
            assertThat(run.err()).doesNotContain("internal error");
        }

        @Test
        void formatOfAnotherCommand() throws IOException {
            assertUsageError(run("detect", "--format", "json", file("a.log", "")), "--format", "json");
        }
    }

    @Nested
    class Help {

        @ParameterizedTest
        @ValueSource(strings = {"--help", "-h"})
        void namesEveryCommandAndTheExitCodes(String option) {
            Run run = english(option);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .startsWith("Usage: analyzer")
                    .contains("analyze", "merge", "report", "detect", "explain", "catalog", "Exit codes: 0");
        }

        @ParameterizedTest
        @CsvSource({
            "analyze, --min-confidence",
            "merge, SUMMARY",
            "report, SUMMARY",
            "detect, jsonl",
            "annotate, --only",
            "explain, CODE",
            "catalog, list",
            "catalog, import",
            "catalog, validate",
        })
        void ofACommandNamesItsOptions(String command, String named) {
            Run run = english(command, "--help");
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out()).startsWith("Usage: analyzer " + command).contains(named);
        }

        @Test
        void keepsWithinEightyColumnsOnANarrowTerminal() {
            StringWriter out = new StringWriter();
            AnalyzerCommand.run(
                    List.of("analyze", "--help"),
                    new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), Palette.NONE, 40));
            assertThat(out.toString().lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }

        @ParameterizedTest
        @ValueSource(strings = {"--version", "-V"})
        void versionIsOneLine(String option) {
            Run run = run(option);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out())
                    .startsWith("analyzer ")
                    .contains("(Java " + System.getProperty("java.version"))
                    .hasLineCount(1);
            assertThat(run.err()).isEmpty();
        }
    }

    private static void assertUsageError(Run run, String... named) {
        assertThat(run.err()).startsWith("analyzer: ").contains(named).hasLineCount(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(USAGE);
    }

    private static void assertProblem(Run run, String beginning) {
        assertThat(run.err()).startsWith("analyzer: " + beginning).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(INCOMPLETE);
    }

    private static void assertWarning(Run run, String beginning) {
        assertThat(run.err()).startsWith("analyzer: " + beginning).hasLineCount(1);
        assertThat(run.exitCode()).isEqualTo(FINE);
    }

    private static Run run(String... arguments) {
        return run(Language.ZH, arguments);
    }

    private static Run english(String... arguments) {
        return run(Language.EN, arguments);
    }

    private static Run run(Language language, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), Palette.NONE, 100).in(language);
        int exitCode = AnalyzerCommand.run(List.of(arguments), console);
        return new Run(exitCode, out.toString(), err.toString());
    }

    @Nested
    class Completion {

        @ParameterizedTest
        @ValueSource(strings = {"bash", "zsh"})
        void scriptKnowsCommandsAndOptions(String shell) {
            Run run = run("completion", shell);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("analyze", "detect", "explain", "catalog", "--min-confidence", "--lang");
        }

        @Test
        void bashTakesTheScriptAndCompletesACommand() throws Exception {
            String script = run("completion", "bash").out()
                    + "\nCOMP_WORDS=(analyzer exp); COMP_CWORD=1; COMP_LINE='analyzer exp'; COMP_POINT=12\n"
                    + "_complete_analyzer; printf '%s\\n' \"${COMPREPLY[@]}\"\n";
            Process bash =
                    new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
            bash.getOutputStream().write(script.getBytes(UTF_8));
            bash.getOutputStream().close();
            assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).lines())
                    .contains("explain");
            assertThat(bash.waitFor()).isZero();
        }

        @Test
        void otherShellIsAUsageError() {
            assertUsageError(run("completion", "fish"), "fish");
        }
    }

    private static Run runWithInput(byte[] input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    /** The keys of the objects that lie so many brackets deep, in their order. */
    private static List<String> keys(String json, int depth) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int open = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    open++;
                } else if (token.isStructEnd()) {
                    open--;
                } else if (token == JsonToken.FIELD_NAME && open == depth) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }

    /** The values of a key, wherever it stands, in their order. */
    private static List<String> strings(String json, String key) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && key.equals(parser.currentName())) {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Nested
    class Times {

        private static final String LOG = """
                2025-10-24 14:59:59 errorCode=1301002
                2025-10-24 15:00:00 errorCode=1306201
                \tcaused by errorCode=1250001
                2025-10-24 16:00:00 errorCode=1211001
                """;

        @Test
        void onlyLinesOfTheWindowCount() throws IOException {
            Run run = run(
                    "detect",
                    "--tz",
                    "Asia/Shanghai",
                    "--since",
                    "2025-10-24 15:00",
                    "--until",
                    "2025-10-24 16:00",
                    file("a.log", LOG));
            assertThat(run.out())
                    .contains("1306201", "1250001")
                    .doesNotContain("1301002")
                    .doesNotContain("1211001");
        }

        @Test
        void linesWithoutATimeDoNotCountThen() throws IOException {
            String log = file("a.log", "errorCode=1301002\n");
            assertThat(run("detect", log).out()).contains("1301002");
            assertThat(run("detect", "--since", "2025-10-24", log).out()).isEmpty();
        }

        @Test
        void windowThatEndsBeforeItBeginsIsRefused() throws IOException {
            Run run = english("--since", "2025-10-25", "--until", "2025-10-24", file("a.log", LOG));
            assertThat(run.exitCode()).isEqualTo(USAGE);
            assertThat(run.err()).contains("--since 2025-10-25 is not before --until 2025-10-24");
        }
    }

    @Nested
    class RulesOfOnesOwn {

        @Test
        void explainNamesPlaceDecisionRuleAndReasonOfEveryCandidate() throws IOException {
            String log = file("a.log", "ok\nticket #1301002 failed, code=1306201\n");
            Run run = run("detect", "--explain", "--lang", "en", log);
            assertThat(run.exitCode()).isEqualTo(FINE);
            assertThat(run.out())
                    .isEqualTo(log
                            + ":2:9  1301002  no code  numbered  the number or size of a thing that is named in front of it\n"
                            + "    ticket #1301002 failed, code=1306201\n"
                            + log + ":2:30  1306201  code (high)  error-key  the value of an error-code key\n"
                            + "    ticket #1301002 failed, code=1306201\n");
        }

        @Test
        void explainAsJsonLinesHasAnObjectPerCandidate() throws IOException {
            String log = file("a.log", "ticket #1301002\n");
            Run run = run("detect", "--explain", "--format", "jsonl", "--lang", "en", log);
            assertThat(run.out())
                    .isEqualTo(
                            "{\"file\":\"" + log + "\",\"line\":1,\"column\":9,\"candidate\":\"1301002\","
                                    + "\"decision\":\"no-code\",\"confidence\":null,\"rule\":\"numbered\","
                                    + "\"reason\":\"the number or size of a thing that is named in front of it\",\"text\":\"ticket #1301002\"}\n");
        }

        @Test
        void rulesFileCorrectsDetectAndAnalyze() throws IOException {
            String log = file("a.log", "ticket #1301002\n");
            String rules = file("my.rules", "high our-ticket listed ticket #<code>\n");
            assertThat(run("detect", log).out()).isEmpty();
            assertThat(run("detect", "--rules", rules, log).out()).contains("1301002");
            assertThat(run("--rules", rules, log).out()).contains("1301002");
            assertThat(run("detect", "--explain", "--rules", rules, log).out()).contains("our-ticket");
        }

        @Test
        void firstRulesFileDecidesBeforeTheNext() throws IOException {
            String log = file("a.log", "ticket #1301002\n");
            String accept = file("a.rules", "high accept listed #<code>\n");
            String reject = file("b.rules", "reject reject listed #<code>\n");
            assertThat(run("detect", "--rules", accept, "--rules", reject, log).out())
                    .contains("1301002");
            assertThat(run("detect", "--rules", reject, "--rules", accept, log).out())
                    .isEmpty();
        }

        @Test
        void mistakeInARulesFileIsRefusedWithFileLineRuleAndPlace() throws IOException {
            String rules = file("my.rules", "# ours\nhigh our-ticket listed ticket (<code>\n");
            Run run = english("--rules", rules, file("a.log", "code=1301002\n"));
            assertThat(run.exitCode()).isEqualTo(USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .startsWith("analyzer: --rules: " + rules
                            + ":2: rule [our-ticket]: missing closing ) [ticket (] at column 1 of ticket (")
                    .hasLineCount(1);
        }

        @Test
        void missingRulesFileIsNamed() throws IOException {
            Run run = english("--rules", path("none.rules"), file("a.log", "code=1301002\n"));
            assertThat(run.exitCode()).isEqualTo(USAGE);
            assertThat(run.err())
                    .contains("none.rules")
                    .contains("no such file")
                    .hasLineCount(1);
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private String file(String name, String text) throws IOException {
        return file(name, text.getBytes(UTF_8));
    }

    private String file(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content).toString();
    }

    /** Lines that do not compress well, so that half of the compressed bytes holds about half of them. */
    private static String numberedLines() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("errorCode=1301002 trace ").append(random.nextLong()).append('\n');
        }
        return text.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
