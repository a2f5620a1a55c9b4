package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the error codes of a line. Only this class decides what is a code, for every entrance of the project.
 *
 * <p>Immutable and safe for use by several threads. Takes time linear in the length of the line, whatever the line holds,
 * and allocates nothing but the detections it reports.
 */
public final class CodeScanner {

    /*
     * A code is a run of at least seven characters of [0-9A-Z_], so among any seven neighbours of such a run one lies at a
     * position that is 6 modulo 7: the loop looks at every seventh character only and extends to both sides on a hit.
     *
     * A run becomes a candidate when its shape is that of a code and it is not glued to a word; most lines end here.
     * For a candidate, two automata read away from it, at most CONTEXT characters each and usually fewer than twenty, and
     * say which rules match; the first rule in the order of the file decides.
     */
    private static final int STRIDE = ErrorCode.MIN_SYMBOL_LENGTH;

    /**
     * Upper bound of the characters read on each side of a candidate. A piece of a long line that overlaps its neighbours
     * by this much is judged as it would be inside the whole line.
     */
    public static final int CONTEXT = 512;

    /** Where reading stops; the last step may go a little further, by an escape or a colour sequence. */
    static final int CONTEXT_STEPS_END = CONTEXT - 128;

    private static final int PREFIX_DIVISOR = 100_000;

    private final KnownCodes known;
    private final Confidence minimum;
    private final List<RuleGroup> groups;

    private CodeScanner(KnownCodes known, Confidence minimum, List<RuleGroup> groups) {
        this.known = known;
        this.minimum = minimum;
        this.groups = groups;
    }

    /**
     * Creates a scanner.
     *
     * @param known the codes that exist
     * @param rules what decides about a candidate
     * @param minimum detections of less confidence are not reported
     */
    public static CodeScanner create(KnownCodes known, RuleSet rules, Confidence minimum) {
        return new CodeScanner(known, minimum, RuleGroup.of(rules.rules()));
    }

    /**
     * Reports the codes of a line, from left to right.
     *
     * @param line one line without its line break; anything is allowed in it
     * @param sink takes the detections
     */
    public void scan(CharSequence line, DetectionSink sink) {
        scan(line, 0, line.length(), sink);
    }

    /** Returns the codes of a line, from left to right; empty if there are none. */
    public List<Detection> detect(CharSequence line) {
        List<Detection> detections = new ArrayList<>();
        scan(line, detections::add);
        return detections;
    }

    /**
     * Reports the codes that begin in a part of the text. What stands around the part is read as context, so the pieces of
     * a long line together give what the line would, as long as each has {@link #CONTEXT} characters of its neighbours.
     *
     * @param text the text with the part in it
     * @param from where the part begins
     * @param to where it ends, exclusive
     * @param sink takes the detections, with positions in {@code text}
     * @throws IndexOutOfBoundsException if the part does not lie in the text
     */
    public void scan(CharSequence text, int from, int to, DetectionSink sink) {
        Objects.checkFromToIndex(from, to, text.length());
        int last = Math.min(text.length(), to + STRIDE - 1);
        for (int i = from + STRIDE - 1; i < last; i += STRIDE) {
            if (isCodeCharacter(text.charAt(i))) {
                int start = runStart(text, i);
                int end = runEnd(text, i);
                if (start >= from && start < to && end - start >= STRIDE) {
                    Detection detection = judge(text, start, end);
                    if (detection != null && !sink.accept(detection)) {
                        return;
                    }
                }
                i = end;
            }
        }
    }

    private static int runStart(CharSequence text, int position) {
        int start = position;
        while (start > 0 && isCodeCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int runEnd(CharSequence text, int position) {
        int end = position + 1;
        while (end < text.length() && isCodeCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isCodeCharacter(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private @Nullable Detection judge(CharSequence text, int runStart, int end) {
        if (end < text.length() && ContextReader.isLower(text.charAt(end))) {
            return null;
        }
        int start = ContextReader.tokenStart(text, runStart);
        if (start < 0 || end - start < STRIDE) {
            return null;
        }
        if (!isDigit(text.charAt(start))) {
            return text.charAt(start) == 'E' && isFlag(text, start, end)
                    ? judgeFlag(text, start, end)
                    : judgeSymbol(text, start, end);
        }
        return end - start == ErrorCode.DIGITS && isNumber(text, start, end) ? judgeNumber(text, start, end) : null;
    }

    private @Nullable Detection judgeNumber(CharSequence text, int start, int end) {
        int number = number(text, start, end);
        boolean listed = known.isListed(number);
        if (!listed && !known.isAssigned(number / PREFIX_DIVISOR)) {
            return null;
        }
        ScanRule rule = decide(text, start, end, listed ? CandidateKind.LISTED : CandidateKind.UNLISTED);
        return rule == null ? null : confirmed(ErrorCode.numeric(number), listed, start, end, rule);
    }

    private @Nullable Detection judgeFlag(CharSequence text, int start, int end) {
        int number = number(text, start + 1, start + 1 + ErrorCode.DIGITS);
        boolean listed = known.isListed(number);
        if (!listed && !known.isAssigned(number / PREFIX_DIVISOR)) {
            return null;
        }
        ScanRule rule = decide(text, start, end, CandidateKind.FLAG);
        return rule == null ? null : confirmed(ErrorCode.numeric(number), listed, start, end, rule);
    }

    private @Nullable Detection judgeSymbol(CharSequence text, int start, int end) {
        boolean family = known.isFamilyMember(text, start, end);
        boolean listed = known.isListed(text, start, end);
        if (!family && !listed) {
            return null;
        }
        ScanRule rule = decide(text, start, end, family ? CandidateKind.FAMILY : CandidateKind.WORD);
        if (rule == null) {
            return null;
        }
        ErrorCode code = new ErrorCode(text.subSequence(start, end).toString(), ErrorCode.Kind.SYMBOLIC);
        return confirmed(code, listed, start, end, rule);
    }

    private static Detection confirmed(ErrorCode code, boolean listed, int start, int end, ScanRule rule) {
        Confidence confidence = Objects.requireNonNull(rule.confidence());
        return new Detection(code, listed, start, end, confidence, rule.name());
    }

    /** The rule that confirms the candidate with enough confidence, or null. */
    private @Nullable ScanRule decide(CharSequence text, int start, int end, CandidateKind kind) {
        for (int i = 0; i < groups.size(); i++) {
            ScanRule rule = groups.get(i).firstMatch(text, start, end, kind);
            if (rule != null) {
                Confidence confidence = rule.confidence();
                return confidence != null && confidence.isAtLeast(minimum) ? rule : null;
            }
        }
        return null;
    }

    /** {@code E}, seven digits, {@code _} and something behind it. */
    private static boolean isFlag(CharSequence text, int start, int end) {
        int underscore = start + 1 + ErrorCode.DIGITS;
        return end > underscore + 1 && text.charAt(underscore) == '_' && isNumber(text, start + 1, underscore);
    }

    private static boolean isNumber(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int number(CharSequence text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
