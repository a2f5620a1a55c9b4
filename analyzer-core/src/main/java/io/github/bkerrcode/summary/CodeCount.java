package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.CodeLookup;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.scan.Detection;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.Sample;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Mutable counts of one code. */
final class CodeCount {

    private static final int SAMPLE_BEFORE_CODE = 200;

    private static final Sample NO_SAMPLE = new Sample("", 0, "");

    private Resolution.Known resolution;
    private final TimeSpan span = new TimeSpan();
    private long detections;

    /** Those of the detections that a summary told of: it has told their dependency as well. */
    private long told;

    private long lines;

    /** Ordinal of the line counted last, among lines with codes; a line is counted once however often it has the code. */
    private long lastLine;

    private @Nullable Sample sample;

    CodeCount(Resolution.Known resolution) {
        this.resolution = resolution;
    }

    /** Returns the count that a summary tells of. */
    static CodeCount of(CodeSummary summary) {
        CodeCount count = new CodeCount(summary.resolution());
        count.detections = summary.detections();
        count.told = summary.detections();
        count.lines = summary.lines();
        count.span.include(summary.firstSeen());
        count.span.include(summary.lastSeen());
        count.sample = summary.sample();
        return count;
    }

    /**
     * Counts a detection.
     *
     * @param ordinal the line's, among lines with codes, from 1
     */
    void add(LineOrigin origin, CharSequence text, Detection detection, long ordinal) {
        detections++;
        if (lastLine != ordinal) {
            lastLine = ordinal;
            lines++;
            span.include(origin.time());
            offerSample(origin, text, detection);
        }
    }

    private void offerSample(LineOrigin origin, CharSequence text, Detection detection) {
        Sample kept = sample;
        if (kept != null && isBehind(origin, kept)) {
            return;
        }
        Sample offered = new Sample(origin.file(), origin.line(), excerpt(text, detection));
        if (kept == null || isBefore(offered, kept)) {
            sample = offered;
        }
    }

    /** Tells without cutting out the text that a line is not the first by name. */
    private static boolean isBehind(LineOrigin origin, Sample kept) {
        int byName = origin.file().compareTo(kept.file());
        return byName > 0 || byName == 0 && origin.line() > kept.line();
    }

    private static boolean isBefore(Sample one, Sample other) {
        int order = one.file().compareTo(other.file());
        if (order == 0) {
            order = Long.compare(one.line(), other.line());
        }
        return order < 0 || order == 0 && one.text().compareTo(other.text()) < 0;
    }

    private static String excerpt(CharSequence text, Detection detection) {
        if (text.length() <= Tally.MAX_SAMPLE_LENGTH) {
            return text.toString();
        }
        int start =
                Math.max(0, Math.min(detection.start() - SAMPLE_BEFORE_CODE, text.length() - Tally.MAX_SAMPLE_LENGTH));
        int end = start + Tally.MAX_SAMPLE_LENGTH;
        if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
            start++;
        }
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    /**
     * Adds another count of the same code.
     *
     * @param linesSoFar how many lines with codes were counted before the next one
     */
    void merge(CodeCount other, long linesSoFar) {
        resolution = TextOrder.first(resolution, other.resolution);
        detections += other.detections;
        told += other.told;
        lines += other.lines;
        lastLine = linesSoFar;
        span.include(other.span);
        if (other.sample != null && (sample == null || isBefore(other.sample, sample))) {
            sample = other.sample;
        }
    }

    /** Returns a new count of what both have. */
    static CodeCount sum(CodeCount one, CodeCount other) {
        CodeCount sum = new CodeCount(one.resolution);
        sum.merge(one, 0);
        sum.merge(other, 0);
        return sum;
    }

    void renumber(LineNumbering numbering) {
        Sample kept = sample;
        if (kept != null) {
            sample = new Sample(kept.file(), numbering.numberOf(kept.file(), kept.line()), kept.text());
        }
    }

    void write(DataOutput out) throws IOException {
        Wire.writeText(resolution.code().token(), out);
        out.writeLong(detections);
        out.writeLong(lines);
        span.write(out);
        Sample kept = sample();
        Wire.writeText(kept.file(), out);
        out.writeLong(kept.line());
        Wire.writeText(kept.text(), out);
    }

    static CodeCount read(DataInput in, CodeLookup lookup) throws IOException {
        CodeCount count = new CodeCount(Wire.readCode(in, lookup));
        count.detections = in.readLong();
        count.lines = in.readLong();
        count.span.read(in);
        count.sample = new Sample(Wire.readText(in), in.readLong(), Wire.readText(in));
        return count;
    }

    Resolution.Known resolution() {
        return resolution;
    }

    long detections() {
        return detections;
    }

    /** Returns how many detections were counted from lines, rather than told of by a summary. */
    long recorded() {
        return detections - told;
    }

    /** Returns the first line by name of those counted. */
    Sample sample() {
        return sample == null ? NO_SAMPLE : sample;
    }

    CodeSummary summary() {
        return new CodeSummary(resolution, detections, lines, span.first(), span.last(), sample());
    }
}
