package io.github.bkerrcode.cli.report;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.CatalogReader;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.LineOrigin;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Summaries to be written in all formats. */
final class SampleSummaries {

    private static final Instant START = Instant.parse("2025-10-24T07:00:00Z");

    private SampleSummaries() {}

    /** Some of every kind of code. */
    static Summary busy() throws IOException {
        Catalog catalog = SampleCatalog.read();
        Tally tally = new Tally(catalog);
        tally.addRead("logs/paas.log", 120_000, 9_000_000);
        tally.addRead("logs/job.log", 3_456, 500_000);
        record(tally, "1301002", 1_234, 0);
        record(tally, "1301005", 2, 90);
        record(tally, "1250001", 40, 600);
        record(tally, "1250099", 3, 3_600);
        record(tally, "APIGW_UPSTREAM_CONNECTION_TIMED_OUT", 7, 7_200);
        record(tally, "APIGW_SOMETHING_NEW", 1, 7_300);
        tally.record(
                new LineOrigin("logs/job.log", 2, null),
                "code=FAILED_PRECONDITION",
                List.of(SampleCatalog.detection("FAILED_PRECONDITION", "code=FAILED_PRECONDITION")));
        return tally.snapshot();
    }

    /** Lines without a code. */
    static Summary empty() throws IOException {
        Tally tally = new Tally(SampleCatalog.read());
        tally.addRead("a.log", 12, 345);
        return tally.snapshot();
    }

    /** One code, and this line as its sample. */
    static Summary withSample(String line) throws IOException {
        Tally tally = new Tally(SampleCatalog.read());
        tally.record(
                new LineOrigin("a.log", 1, null),
                line,
                List.of(SampleCatalog.detection("1301002", "errorCode=1301002")));
        return tally.snapshot();
    }

    /** One code of which everything, from the meaning to the name of the log, is this text. */
    static Summary hostile(String text) throws IOException {
        String json = """
                {"schema": "bk-errcode/catalog/1", "document": "hostile",
                 "platforms": [{"number": 13, "id": "paas", "name": {"zh": "%1$s", "en": "%1$s"}}],
                 "entries": [{"code": "1301002", "meaning": {"zh": "%1$s", "en": "%1$s"}, "source": "%1$s", "target": "%1$s!",
                              "remediation": {"steps": [{"zh": "%1$s", "en": "%1$s"}, {"zh": "%1$s", "en": "%1$s"}]}}]}
                """.formatted(quoted(text));
        Catalog catalog = catalog(json);
        Tally tally = new Tally(catalog);
        for (String token : List.of("1301002", "1301999")) {
            String line = text + " errorCode=" + token;
            tally.record(new LineOrigin(text, 1, START), line, List.of(SampleCatalog.detection(token, line)));
            tally.record(
                    new LineOrigin(text, 2, START.plusSeconds(900)),
                    line,
                    List.of(SampleCatalog.detection(token, line)));
        }
        return tally.snapshot();
    }

    /** One code whose remediation has steps of many lines. */
    static Summary withLongRunbook() throws IOException {
        Catalog catalog = catalog("""
                {"schema": "bk-errcode/catalog/1", "document": "long",
                 "platforms": [{"number": 13, "id": "paas", "name": {"zh": "PaaS", "en": "PaaS"}}],
                 "entries": [{"code": "1301002", "meaning": {"zh": "m", "en": "m"}, "remediation": {"steps": [
                   {"zh": "first\\n\\nfurther paragraph", "en": "first\\n\\nfurther paragraph"},
                   {"zh": "second %1$s", "en": "second %1$s"}, {"zh": "third %1$s", "en": "third %1$s"}]}}]}
                """.formatted("and then ".repeat(30)));
        Tally tally = new Tally(catalog);
        String line = "errorCode=1301002";
        tally.record(new LineOrigin("a.log", 1, START), line, List.of(SampleCatalog.detection("1301002", line)));
        return tally.snapshot();
    }

    private static Catalog catalog(String json) {
        return Catalog.of(
                List.of(CatalogReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test")));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** Nothing but a problem with an input. */
    static Summary withProblem(String file, String message) throws IOException {
        Tally tally = new Tally(SampleCatalog.read());
        tally.addProblem(new Problem(file, 3, message, true));
        return tally.snapshot();
    }

    /** So many lines with the code, one every second. */
    private static void record(Tally tally, String token, int lines, int secondsFromStart) throws IOException {
        String text = "errorCode=" + token;
        List<Detection> found = List.of(SampleCatalog.detection(token, text));
        for (int i = 0; i < lines; i++) {
            LineOrigin origin = new LineOrigin("logs/paas.log", i + 1L, START.plusSeconds(secondsFromStart + i));
            tally.record(origin, text, found);
        }
    }
}
