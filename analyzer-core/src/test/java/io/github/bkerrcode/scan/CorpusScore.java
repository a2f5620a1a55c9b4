package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts how a scanner does on labelled lines, overall and per rule, and keeps every miss. */
final class CorpusScore {

    private static final class RuleScore {
        private int right;
        private int wrong;
    }

    private final String corpus;
    private int right;
    private int wrong;
    private int missed;
    private int traps;
    private int lines;
    private final Map<String, RuleScore> byRule = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    private CorpusScore(String corpus) {
        this.corpus = corpus;
    }

    static CorpusScore measure(String corpus, CodeScanner scanner) {
        CorpusScore score = new CorpusScore(corpus);
        for (LabelledLine line : LabelledLine.read(corpus)) {
            score.add(line, scanner.detect(line.text()));
        }
        return score;
    }

    private void add(LabelledLine line, List<Detection> detections) {
        lines++;
        traps += line.codes().isEmpty() ? 1 : 0;
        List<String> expected = new ArrayList<>(line.codes());
        for (Detection detection : detections) {
            RuleScore rule = byRule.computeIfAbsent(detection.rule(), name -> new RuleScore());
            if (expected.remove(detection.code().token())) {
                right++;
                rule.right++;
            } else {
                wrong++;
                rule.wrong++;
                misses.add("not a code: " + detection.code().token() + " by rule " + detection.rule() + ", "
                        + describe(line));
            }
        }
        missed += expected.size();
        for (String code : expected) {
            misses.add("overlooked: " + code + ", " + describe(line));
        }
    }

    private static String describe(LabelledLine line) {
        return line.place() + " (" + line.system() + "): " + line.text();
    }

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    int lines() {
        return lines;
    }

    int traps() {
        return traps;
    }

    /** The figures for people: overall, per rule, and every miss. */
    String report() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s: %d lines (%d traps), %d codes right, %d wrong, %d overlooked: precision %.4f, recall %.4f%n",
                corpus,
                lines,
                traps,
                right,
                wrong,
                missed,
                precision(),
                recall()));
        byRule.forEach((name, rule) ->
                out.append(String.format(Locale.ROOT, "  %-28s %4d right %4d wrong%n", name, rule.right, rule.wrong)));
        misses.forEach(miss -> out.append("  ").append(miss).append('\n'));
        return out.toString();
    }
}
