package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rules, matched one after the other by {@link java.util.regex} on the decoded text before and behind every token: slow and
 * plainly right.
 */
final class ReferenceScanner {

    private static final Pattern RUN = Pattern.compile("(?<![0-9A-Z_])[0-9A-Z_]{7,}(?![0-9A-Z_a-z])");
    private static final Pattern LONG_RUN = Pattern.compile("[0-9A-Z_]{7,}+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{7}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7}L");
    private static final Pattern FLAG = Pattern.compile("E[0-9]{7}_[0-9A-Z_]+");

    private record Rule(ScanRule rule, Pattern before, Pattern after) {
        static Rule of(ScanRule rule) {
            int flags = Pattern.DOTALL;
            return new Rule(
                    rule,
                    Pattern.compile("(?:" + rule.before() + ")\\z", flags),
                    Pattern.compile("(?:" + withHardEnd(rule.after()) + ")", flags));
        }
    }

    /** In a rule, $ is the end of the text, even where a written line break stands in front of it. */
    private static String withHardEnd(String pattern) {
        StringBuilder result = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                result.append(c).append(pattern.charAt(++i));
                continue;
            }
            inClass = c == '[' || inClass && c != ']';
            result.append(c == '$' && !inClass ? "\\z" : String.valueOf(c));
        }
        return result.toString();
    }

    private final KnownCodes known;
    private final Confidence minimum;
    private final List<Rule> rules;
    private final ThreadLocal<Surroundings> lastAsked = ThreadLocal.withInitial(() -> new Surroundings("", ""));
    private final ThreadLocal<Map<Rule, Boolean>> answers = ThreadLocal.withInitial(IdentityHashMap::new);

    ReferenceScanner(KnownCodes known, Confidence minimum) {
        this.known = known;
        this.minimum = minimum;
        try (InputStream in = Objects.requireNonNull(RuleSet.class.getResourceAsStream("builtin.rules"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            this.rules = RuleSetReader.read(text, "builtin.rules", Rule::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Detection> detect(String line) {
        List<Detection> detections = new ArrayList<>();
        Matcher run = RUN.matcher(line);
        while (run.find()) {
            int start = ContextReader.tokenStart(line, run.start());
            if (start >= 0 && run.end() - start >= ErrorCode.MIN_SYMBOL_LENGTH) {
                Detection detection = decide(line, start, run.end());
                if (detection != null) {
                    detections.add(detection);
                }
            }
        }
        return detections;
    }

    private @Nullable Detection decide(String line, int start, int end) {
        String token = token(line, start, end);
        boolean flag = FLAG.matcher(token).matches();
        boolean number = NUMBER.matcher(token).matches();
        CandidateKind kind = flag || number ? kindOfNumber(token, flag) : kindOfSymbol(token);
        if (kind == null) {
            return null;
        }
        ErrorCode code = flag || number
                ? ErrorCode.numeric(numberOf(token, flag))
                : new ErrorCode(token, ErrorCode.Kind.SYMBOLIC);
        boolean listed = flag || number ? known.isListed(code.number()) : known.isListed(token, 0, token.length());
        ScanRule rule = firstMatch(line, start, end, kind);
        if (kind == CandidateKind.LISTED && !isMedium(rule)) {
            ScanRule better = withWhatStandsBeside(line, start, end, code);
            rule = better == null ? rule : better;
        }
        Confidence confidence = rule == null ? null : rule.confidence();
        return rule == null || confidence == null || !confidence.isAtLeast(minimum)
                ? null
                : new Detection(code, listed, start, start + token.length(), confidence, rule.name());
    }

    private @Nullable ScanRule withWhatStandsBeside(String line, int start, int end, ErrorCode code) {
        ScanRule described = firstMatch(line, start, end, CandidateKind.DESCRIBED);
        if (isMedium(described) && known.describes(code.number(), Context.around(line, start, end))) {
            return described;
        }
        ScanRule accompanied = firstMatch(line, start, end, CandidateKind.ACCOMPANIED);
        return isMedium(accompanied) && followsCode(line, start) ? accompanied : null;
    }

    /** Whether the last long run that ends at most 80 characters before a place is a code without regard to what stands before it. */
    private boolean followsCode(String line, int start) {
        Matcher run = LONG_RUN.matcher(line);
        int lastStart = -1;
        int lastEnd = -1;
        while (run.find() && run.end() < start) {
            lastStart = run.start();
            lastEnd = run.end();
        }
        boolean near = lastStart >= 0 && start - lastEnd < 80 && !Character.isLowerCase(line.charAt(lastEnd));
        int tokenStart = near ? ContextReader.tokenStart(line, lastStart) : -1;
        if (tokenStart < 0 || lastEnd - tokenStart < ErrorCode.MIN_SYMBOL_LENGTH) {
            return false;
        }
        String token = token(line, tokenStart, lastEnd);
        boolean flag = FLAG.matcher(token).matches();
        boolean number = NUMBER.matcher(token).matches();
        CandidateKind kind = flag || number ? kindOfNumber(token, flag) : kindOfSymbol(token);
        if (kind == null) {
            return false;
        }
        if (isMedium(firstMatch(line, tokenStart, lastEnd, kind))) {
            return true;
        }
        return kind == CandidateKind.LISTED
                && isMedium(firstMatch(line, tokenStart, lastEnd, CandidateKind.DESCRIBED))
                && known.describes(numberOf(token, false), Context.around(line, tokenStart, lastEnd));
    }

    private static String token(String line, int start, int end) {
        String run = line.substring(start, end);
        return LONG_NUMBER.matcher(run).matches() ? run.substring(0, run.length() - 1) : run;
    }

    private static boolean isMedium(@Nullable ScanRule rule) {
        return rule != null && (rule.confidence() == Confidence.MEDIUM || rule.confidence() == Confidence.HIGH);
    }

    private @Nullable ScanRule firstMatch(String line, int start, int end, CandidateKind kind) {
        Surroundings around = Surroundings.of(line, start, end);
        Surroundings last = lastAsked.get();
        if (!around.equals(last)) {
            lastAsked.set(around);
            answers.get().clear();
        }
        Map<Rule, Boolean> known = answers.get();
        for (Rule rule : rules) {
            if (rule.rule().kinds().contains(kind) && known.computeIfAbsent(rule, around::match)) {
                return rule.rule();
            }
        }
        return null;
    }

    /** What rules see; the same candidate is asked about as several kinds, so answers are kept until the next one. */
    private record Surroundings(String before, String after) {
        static Surroundings of(String line, int start, int end) {
            return new Surroundings(Context.before(line, start), Context.after(line, end));
        }

        boolean match(Rule rule) {
            return rule.after().matcher(after).lookingAt()
                    && rule.before().matcher(before).find();
        }
    }

    private @Nullable CandidateKind kindOfNumber(String token, boolean flag) {
        int number = numberOf(token, flag);
        boolean listed = known.isListed(number);
        if (!listed && !known.isAssigned(number / 100_000)) {
            return null;
        }
        if (flag) {
            return CandidateKind.FLAG;
        }
        return listed ? CandidateKind.LISTED : CandidateKind.UNLISTED;
    }

    private static int numberOf(String token, boolean flag) {
        return Integer.parseInt(flag ? token.substring(1, 8) : token);
    }

    private @Nullable CandidateKind kindOfSymbol(String token) {
        if (known.isFamilyMember(token, 0, token.length())) {
            return CandidateKind.FAMILY;
        }
        return known.isListed(token, 0, token.length()) ? CandidateKind.WORD : null;
    }
}
