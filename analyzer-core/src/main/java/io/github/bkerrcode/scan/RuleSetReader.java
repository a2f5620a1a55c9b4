package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rule file format, which is described at the head of {@code builtin.rules}.
 *
 * @param <R> what a rule is turned into
 */
final class RuleSetReader<R> {

    private static final String PLACE_OF_CODE = "<code>";
    private static final String REASON = "#:";
    private static final String DEFINITION = "let";

    private final String source;
    private final Map<String, String> definitions = new HashMap<>();
    private final Function<ScanRule, R> compiler;
    private final List<R> rules = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable LocalizedText reason;

    private RuleSetReader(String source, Function<ScanRule, R> compiler) {
        this.source = source;
        this.compiler = compiler;
    }

    /**
     * Reads rules.
     *
     * @param text the file's content
     * @param source the file's name, for messages
     * @param compiler makes something of each rule; what it throws as {@link IllegalArgumentException} is said of the rule's line
     * @throws RuleSyntaxException at the first line that is not a rule, with the reason
     */
    static <R> List<R> read(String text, String source, Function<ScanRule, R> compiler) {
        RuleSetReader<R> reader = new RuleSetReader<>(source, compiler);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith(REASON)) {
                reader.reason = reason(line.substring(REASON.length()).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                reader.readLine(line, i + 1);
                reader.reason = null;
            }
        }
        return reader.rules;
    }

    /** English and Chinese, with {@code " / "} between them, or one text for both. */
    private static LocalizedText reason(String text) {
        int separator = text.indexOf(" / ");
        return separator < 0
                ? LocalizedText.same(text)
                : new LocalizedText(
                        text.substring(separator + 3).strip(),
                        text.substring(0, separator).strip());
    }

    private void readLine(String line, int number) {
        try {
            List<String> definition = fields(line, 3);
            if (definition.size() == 3 && definition.get(0).equals(DEFINITION) && isName(definition.get(1))) {
                definitions.put(definition.get(1), "(?:" + expand(definition.get(2)) + ")");
                return;
            }
            List<String> rule = fields(line, 4);
            if (rule.size() < 4) {
                throw new IllegalArgumentException("expected: VERDICT NAME KINDS PATTERN, or: let NAME PATTERN");
            }
            rules.add(compiled(rule(rule.get(0), rule.get(1), rule.get(2), expand(rule.get(3)))));
        } catch (IllegalArgumentException e) {
            throw new RuleSyntaxException(source, number, String.valueOf(e.getMessage()));
        }
    }

    /** What stands between blanks, of which the last field wanted may hold some itself; fewer if there are fewer. */
    private static List<String> fields(String line, int wanted) {
        List<String> fields = new ArrayList<>(wanted);
        int start = 0;
        int end = 0;
        while (fields.size() < wanted - 1 && end < line.length()) {
            while (end < line.length() && !isBlank(line.charAt(end))) {
                end++;
            }
            fields.add(line.substring(start, end));
            while (end < line.length() && isBlank(line.charAt(end))) {
                end++;
            }
            start = end;
        }
        if (start < line.length()) {
            fields.add(line.substring(start));
        }
        return fields;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean isName(String word) {
        return endOfName(word, 0) == word.length();
    }

    /** Where a name that begins at a place ends; that place itself if none begins there. */
    private static int endOfName(String text, int start) {
        int end = start;
        while (end < text.length()
                && (text.charAt(end) >= 'A' && text.charAt(end) <= 'Z' || end > start && text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private R compiled(ScanRule rule) {
        try {
            return compiler.apply(rule);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule [" + rule.name() + "]: " + e.getMessage(), e);
        }
    }

    private ScanRule rule(String verdict, String name, String kinds, String pattern) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("rule [" + name + "] stands twice; give each rule a name of its own");
        }
        int place = pattern.indexOf(PLACE_OF_CODE);
        if (place < 0 || pattern.indexOf(PLACE_OF_CODE, place + 1) >= 0) {
            throw new IllegalArgumentException("the pattern must hold " + PLACE_OF_CODE + " exactly once");
        }
        String before = pattern.substring(0, place);
        String after = pattern.substring(place + PLACE_OF_CODE.length());
        return new ScanRule(name, confidence(verdict), kinds(kinds), before, after, reason);
    }

    private static @Nullable Confidence confidence(String verdict) {
        return switch (verdict) {
            case "high" -> Confidence.HIGH;
            case "medium" -> Confidence.MEDIUM;
            case "low" -> Confidence.LOW;
            case "reject" -> null;
            default ->
                throw new IllegalArgumentException(
                        "unknown verdict [" + verdict + "], expected high, medium, low or reject");
        };
    }

    private static Set<CandidateKind> kinds(String text) {
        Set<CandidateKind> kinds = EnumSet.noneOf(CandidateKind.class);
        for (String word : text.split(",", -1)) {
            switch (word) {
                case "any" -> kinds.addAll(EnumSet.allOf(CandidateKind.class));
                case "numbers" ->
                    kinds.addAll(EnumSet.of(
                            CandidateKind.LISTED,
                            CandidateKind.DESCRIBED,
                            CandidateKind.ACCOMPANIED,
                            CandidateKind.UNLISTED));
                case "listed" ->
                    kinds.addAll(EnumSet.of(CandidateKind.LISTED, CandidateKind.DESCRIBED, CandidateKind.ACCOMPANIED));
                case "symbols" -> kinds.addAll(EnumSet.of(CandidateKind.FAMILY, CandidateKind.WORD));
                case "described", "accompanied", "unlisted", "flag", "family", "word" ->
                    kinds.add(CandidateKind.valueOf(word.toUpperCase(Locale.ROOT)));
                default ->
                    throw new IllegalArgumentException(
                            "unknown kind [" + word
                                    + "], expected listed, described, accompanied, unlisted, flag, family, word, numbers, symbols or any");
            }
        }
        return kinds;
    }

    private String expand(String pattern) {
        StringBuilder expanded = new StringBuilder();
        int copied = 0;
        for (int brace = pattern.indexOf('{'); brace >= 0; brace = pattern.indexOf('{', brace + 1)) {
            int end = endOfName(pattern, brace + 1);
            if (end > brace + 1 && end < pattern.length() && pattern.charAt(end) == '}') {
                // Whole strings are copied at once, parts of them character by character.
                expanded.append(pattern.substring(copied, brace)).append(definition(pattern.substring(brace + 1, end)));
                copied = end + 1;
            }
        }
        return copied == 0
                ? pattern
                : expanded.append(pattern.substring(copied)).toString();
    }

    private String definition(String name) {
        String definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("{" + name + "} is not defined above; add: let " + name + " PATTERN");
        }
        return definition;
    }
}
