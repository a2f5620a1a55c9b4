package io.github.bkerrcode.benchmarks;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.Confidence;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.scan.RuleSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time it takes to scan a line of 200 characters from its begin to its first code, or to its end if it has none.
 *
 * <pre>{@code
 * benchmarks/run ScanBenchmark
 * }</pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

    /** What the line holds. */
    public enum Kind {
        /** Nothing that could be a code. */
        NONE(Lines.NONE, false),
        /** A listed number that is none by what stands around it. */
        REJECTED(Lines.REJECTED, false),
        /** A code. */
        CODE(Lines.CODE, true);

        private final String line;
        private final boolean isCode;

        Kind(String line, boolean isCode) {
            this.line = line;
            this.isCode = isCode;
        }
    }

    /** The scanner with the catalog and rules that come with the library, and the line. */
    @State(Scope.Benchmark)
    public static class Scan {

        /** What the line holds. */
        @Param
        public Kind line = Kind.NONE;

        private final CodeScanner scanner = CodeScanner.create(Catalog.builtIn(), RuleSet.builtIn(), Confidence.MEDIUM);
        private String text = "";

        /** Takes the line and makes sure that what is measured gives the right answer. */
        @Setup
        public void prepare() {
            text = line.line;
            Detection found = scanner.next(text, 0);
            if ((found != null) != line.isCode
                    || found != null && !found.code().token().equals(Lines.TOKEN)) {
                throw new IllegalStateException("wrong answer for [" + text + "]: " + found);
            }
        }
    }

    /** The question asked of every line. */
    @Benchmark
    public @Nullable Detection next(Scan scan) {
        return scan.scanner.next(scan.text, 0);
    }

    /** The quick question asked of text that is usually free of codes. */
    @Benchmark
    public boolean mayHoldCode(Scan scan) {
        return CodeScanner.mayHoldCode(scan.text, 0, scan.text.length());
    }
}
