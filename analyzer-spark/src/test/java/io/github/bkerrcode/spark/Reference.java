package io.github.bkerrcode.spark;

import io.github.bkerrcode.batch.BatchAnalyzer;
import io.github.bkerrcode.batch.TimeWindow;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.input.LogWalker;
import io.github.bkerrcode.input.Reading;
import io.github.bkerrcode.summary.Summary;
import io.github.bkerrcode.summary.Summary.Problem;
import io.github.bkerrcode.summary.SummaryJson;
import io.github.bkerrcode.summary.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;

/** What the command line says: its engine, without its options. */
final class Reference {

    private Reference() {}

    static List<String> summary(List<String> paths, ErrorCodeOptions options, SummaryJob.Reading reading)
            throws IOException, InterruptedException {
        Engine engine = Engine.of(options);
        Tally tally = new Tally(engine.lookup());
        LogWalker walker = new LogWalker((path, reason) -> tally.addProblem(new Problem(path, 0, reason, true)));
        tally.merge(new BatchAnalyzer(
                        engine.settings(
                                Charset.forName(reading.charset()), new TimeWindow(reading.since(), reading.until())),
                        engine.lookup(),
                        1,
                        new Reading())
                .analyze(walker.find(paths)));
        return json(tally.snapshot());
    }

    static List<String> json(Summary summary) throws IOException {
        StringWriter json = new StringWriter();
        SummaryJson.write(summary, Language.ZH, json);
        return json.toString().lines().toList();
    }
}
