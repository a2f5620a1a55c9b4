package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import io.github.bkerrcode.code.LocalizedText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Confirms the error codes of a line. What it says is a code is one, for every entrance of the project; {@link InPlaceScanner} says the
 * same of bytes.
 *
 * <p>Immutable and safe for use by several threads. Takes time linear in the length of the line, whatever the line holds,
 * and allocates nothing but the detections it reports and, for a listed number that no rule vouches for, the words around it.
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

    /** How far in front another code may stand that makes a listed number one too, in characters. */
    static final int COMPANY = 80;

    private static final int PREFIX_DIVISOR = 100_000;

    /** Asked of every seventh character of every line, and of all characters of a run. */
    private static final boolean[] CODE_CHARACTERS = codeCharacters();

    private final KnownCodes known;
    private final Confidence minimum;
    private final List<RuleMatcher> matchers;

    private CodeScanner(KnownCodes known, Confidence minimum, List<RuleMatcher> matchers) {
        this.known = known;
        this.minimum = minimum;
        this.matchers = matchers;
    }

    /**
     * Creates a scanner.
     *
     * @param known the codes that exist
     * @param rules what decides about a candidate
     * @param minimum detections of less confidence are not reported
     */
    public static CodeScanner create(KnownCodes known, RuleSet rules, Confidence minimum) {
        return new CodeScanner(known, minimum, rules.matchers());
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
        for (Detection detection = next(line, 0); detection != null; detection = next(line, detection.end())) {
            detections.add(detection);
        }
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
        Detection detection = next(text, from, to);
        while (detection != null && sink.accept(detection)) {
            detection = next(text, detection.end(), to);
        }
    }

    /**
     * Returns the first code that begins at or behind a position, or null if there is none. Allocates nothing but the detection.
     *
     * @param text one line without its line break; what stands before the position is read as context
     * @param from a position at which no code is cut in two, such as 0 or the end of a detection
     * @throws IndexOutOfBoundsException if the position does not lie in the text
     */
    public @Nullable Detection next(CharSequence text, int from) {
        Objects.checkIndex(from, text.length() + 1);
        return next(text, from, text.length());
    }

    /**
     * Says whether a part of a text may hold a code. Never wrong when it says no; reads no context, and allocates nothing.
     *
     * @throws IndexOutOfBoundsException if the part does not lie in the text
     */
    public static boolean mayHoldCode(CharSequence text, int from, int to) {
        Objects.checkFromToIndex(from, to, text.length());
        for (int i = from + STRIDE - 1; i < to; i += STRIDE) {
            if (isCodeCharacter(text.charAt(i))) {
                int end = runEnd(text, i);
                if (end - runStart(text, i) >= STRIDE) {
                    return true;
                }
                i = end;
            }
        }
        return false;
    }

    /**
     * Returns what confirms codes among bytes as this does in text; for one thread.
     *
     * @param charset of the bytes; one that leaves ASCII alone
     */
    public InPlaceScanner inPlace(Charset charset) {
        return new InPlaceScanner(this, known, minimum, matchers, charset.equals(StandardCharsets.UTF_8));
    }

    private @Nullable Detection next(CharSequence text, int from, int to) {
        int last = Math.min(text.length(), to + STRIDE - 1);
        for (int i = from + STRIDE - 1; i < last; i += STRIDE) {
            if (isCodeCharacter(text.charAt(i))) {
                int start = runStart(text, i);
                int end = runEnd(text, i);
                boolean within = start >= from && start < to && end - start >= STRIDE;
                Detection detection = within ? judge(text, start, end) : null;
                if (detection != null) {
                    return detection;
                }
                i = end;
            }
        }
        return null;
    }

    /**
     * Says of every place of a line that could hold a code what was decided about it, and why: numbers of seven digits, flags, names
     * of a family, listed names. Slower than scanning; for people.
     *
     * @param line one line without its line break
     * @return the verdicts from left to right; those that are {@link Verdict.Decision#CODE} are what {@link #detect} returns
     */
    public List<Verdict> explain(CharSequence line) {
        return explain(line, 0, line.length());
    }

    /**
     * Explains a part of a text, as {@link #scan(CharSequence, int, int, DetectionSink)} scans it.
     *
     * @throws IndexOutOfBoundsException if the part does not lie in the text
     */
    public List<Verdict> explain(CharSequence text, int from, int to) {
        Objects.checkFromToIndex(from, to, text.length());
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (isCodeCharacter(text.charAt(i))) {
                int runStart = runStart(text, i);
                int end = runEnd(text, i);
                Verdict verdict = runStart < from ? null : verdict(text, runStart, end);
                if (verdict != null) {
                    verdicts.add(verdict);
                }
                i = end;
            }
        }
        return List.copyOf(verdicts);
    }

    private @Nullable Verdict verdict(CharSequence text, int runStart, int end) {
        if (end - runStart < STRIDE) {
            return null;
        }
        int start = tokenStart(text, runStart, end);
        if (start < 0) {
            boolean number = end - runStart == ErrorCode.DIGITS && isNumber(text, runStart, end);
            return number ? noCode(runStart, end, null, VerdictTexts.PART_OF_SOMETHING_LARGER) : null;
        }
        int tokenEnd = tokenEnd(text, start, end);
        CandidateKind kind = kindOf(text, start, tokenEnd);
        if (kind == null) {
            boolean number = end - start == ErrorCode.DIGITS && isNumber(text, start, end);
            return number ? noCode(start, end, null, VerdictTexts.NO_OWNER) : null;
        }
        ScanRule rule = decide(text, start, end, kind);
        if (rule == null) {
            boolean unlisted = kind == CandidateKind.UNLISTED;
            return noCode(start, tokenEnd, null, unlisted ? VerdictTexts.UNLISTED_WITHOUT_KEY : VerdictTexts.NO_RULE);
        }
        LocalizedText reason = rule.reason() == null ? VerdictTexts.rule(rule) : rule.reason();
        Confidence confidence = rule.confidence();
        if (confidence == null) {
            return noCode(start, tokenEnd, rule.name(), reason);
        }
        Verdict.Decision decision = confidence.isAtLeast(minimum) ? Verdict.Decision.CODE : Verdict.Decision.UNSURE;
        return new Verdict(start, tokenEnd, decision, confidence, rule.name(), reason);
    }

    private static Verdict noCode(int start, int end, @Nullable String rule, LocalizedText reason) {
        return new Verdict(start, end, Verdict.Decision.NO_CODE, null, rule, reason);
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

    static boolean isCodeCharacter(char c) {
        return c < CODE_CHARACTERS.length && CODE_CHARACTERS[c];
    }

    private static boolean[] codeCharacters() {
        boolean[] characters = new boolean['_' + 1];
        Arrays.fill(characters, '0', '9' + 1, true);
        Arrays.fill(characters, 'A', 'Z' + 1, true);
        characters['_'] = true;
        return characters;
    }

    private @Nullable Detection judge(CharSequence text, int runStart, int end) {
        int start = tokenStart(text, runStart, end);
        int tokenEnd = start < 0 ? end : tokenEnd(text, start, end);
        CandidateKind kind = start < 0 ? null : kindOf(text, start, tokenEnd);
        ScanRule rule = kind == null ? null : decide(text, start, end, kind);
        Confidence confidence = rule == null ? null : rule.confidence();
        return rule == null || confidence == null || kind == null || !confidence.isAtLeast(minimum)
                ? null
                : new Detection(
                        codeOf(text, start, tokenEnd, kind, ErrorCode::numeric),
                        isListed(text, start, tokenEnd, kind),
                        start,
                        tokenEnd,
                        confidence,
                        rule.name());
    }

    /** Where the token begins that a run holds, or -1 if the run is glued to a word or what is left of it is too short. */
    static int tokenStart(CharSequence text, int runStart, int end) {
        if (end < text.length() && ContextReader.isLower(text.charAt(end))) {
            return -1;
        }
        int start = ContextReader.tokenStart(text, runStart);
        return end - start < STRIDE ? -1 : start;
    }

    /** Where the token ends: before the letter with which Python 2 writes long numbers, {@code 1306201L}. */
    static int tokenEnd(CharSequence text, int start, int end) {
        boolean longNumber =
                end - start == ErrorCode.DIGITS + 1 && text.charAt(end - 1) == 'L' && isDigit(text.charAt(start));
        return longNumber ? end - 1 : end;
    }

    /** What the token is, or null if it cannot be a code whatever stands around it. */
    @Nullable
    CandidateKind kindOf(CharSequence text, int start, int end) {
        if (isDigit(text.charAt(start))) {
            return end - start == ErrorCode.DIGITS && isNumber(text, start, end)
                    ? kindOf(number(text, start, end))
                    : null;
        }
        if (text.charAt(start) == 'E' && isFlag(text, start, end)) {
            return kindOf(flagNumber(text, start)) == null ? null : CandidateKind.FLAG;
        }
        if (known.isFamilyMember(text, start, end)) {
            return CandidateKind.FAMILY;
        }
        return known.isListed(text, start, end) ? CandidateKind.WORD : null;
    }

    @Nullable
    CandidateKind kindOf(int number) {
        if (known.isListed(number)) {
            return CandidateKind.LISTED;
        }
        return known.isAssigned(number / PREFIX_DIVISOR) ? CandidateKind.UNLISTED : null;
    }

    boolean isListed(CharSequence text, int start, int end, CandidateKind kind) {
        return switch (kind) {
            case LISTED, DESCRIBED, ACCOMPANIED, WORD -> true;
            case UNLISTED -> false;
            case FLAG -> known.isListed(flagNumber(text, start));
            case FAMILY -> known.isListed(text, start, end);
        };
    }

    /**
     * The code that a token writes.
     *
     * @param numeric makes a code of its number
     */
    static ErrorCode codeOf(CharSequence text, int start, int end, CandidateKind kind, IntFunction<ErrorCode> numeric) {
        return switch (kind) {
            case LISTED, DESCRIBED, ACCOMPANIED, UNLISTED -> numeric.apply(number(text, start, end));
            case FLAG -> numeric.apply(flagNumber(text, start));
            case FAMILY, WORD -> new ErrorCode(text.subSequence(start, end).toString(), ErrorCode.Kind.SYMBOLIC);
        };
    }

    /*
     * Whether its meaning or another code stands beside a listed number is looked up last, and only where it would change the
     * decision: comparing words costs more than all rules together.
     */
    private @Nullable ScanRule decide(CharSequence text, int start, int end, CandidateKind kind) {
        ScanRule rule = firstMatch(text, start, end, kind);
        if (kind != CandidateKind.LISTED || isTrusted(rule)) {
            return rule;
        }
        ScanRule described = describedBy(text, start, end);
        if (described != null) {
            return described;
        }
        ScanRule accompanied = firstMatch(text, start, end, CandidateKind.ACCOMPANIED);
        return isTrusted(accompanied) && followsCode(text, start) ? accompanied : rule;
    }

    private @Nullable ScanRule describedBy(CharSequence text, int start, int end) {
        ScanRule described = firstMatch(text, start, end, CandidateKind.DESCRIBED);
        return isTrusted(described)
                        && known.describes(
                                number(text, start, start + ErrorCode.DIGITS), Context.around(text, start, end))
                ? described
                : null;
    }

    /** Says whether the nearest run in front that is long enough is a code on its own account. */
    private boolean followsCode(CharSequence text, int start) {
        int floor = Math.max(0, start - COMPANY);
        for (int i = start - 1; i >= floor; i--) {
            if (isCodeCharacter(text.charAt(i))) {
                int runEnd = i + 1;
                i = runStart(text, i);
                if (runEnd - i >= STRIDE) {
                    return isCodeByItself(text, i, runEnd);
                }
            }
        }
        return false;
    }

    private boolean isCodeByItself(CharSequence text, int runStart, int end) {
        int start = tokenStart(text, runStart, end);
        CandidateKind kind = start < 0 ? null : kindOf(text, start, tokenEnd(text, start, end));
        return kind != null
                && (isTrusted(firstMatch(text, start, end, kind))
                        || kind == CandidateKind.LISTED && describedBy(text, start, end) != null);
    }

    static boolean isTrusted(@Nullable ScanRule rule) {
        return rule != null && rule.confidence() != null && rule.confidence().isAtLeast(Confidence.MEDIUM);
    }

    /** The first rule that matches, whatever it says, or null. */
    private @Nullable ScanRule firstMatch(CharSequence text, int start, int end, CandidateKind kind) {
        for (int i = 0; i < matchers.size(); i++) {
            ScanRule rule = matchers.get(i).firstMatch(text, start, end, kind);
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static int flagNumber(CharSequence text, int start) {
        return number(text, start + 1, start + 1 + ErrorCode.DIGITS);
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
