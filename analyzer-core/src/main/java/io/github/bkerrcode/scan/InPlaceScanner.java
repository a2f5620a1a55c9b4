package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Confirms codes among bytes that have not been decoded, as far as that can be done: what it says is what its {@link CodeScanner} says
 * of the decoded line, or that the line has to be decoded. Allocates nothing where there is no code.
 *
 * <p>For the batch engines: a log of gigabytes has more lines with a code, or with a number that might be one, than there is time to
 * decode. Not safe for use by several threads: each has its own, by {@link CodeScanner#inPlace}.
 */
public final class InPlaceScanner {

    private final CodeScanner scanner;
    private final KnownCodes known;
    private final Confidence minimum;
    private final RuleMatcher[] matchers;
    private final ByteContext place;
    private final boolean utf8;
    private final ByteLine line = new ByteLine();
    private final ByteLine name = new ByteLine();
    private final RecentCodes recentCodes = new RecentCodes();
    private final DecidedPlaces<Boolean> outlooks = new DecidedPlaces<>();
    private final DecidedPlaces<Optional<ScanRule>> matches = new DecidedPlaces<>();

    InPlaceScanner(
            CodeScanner scanner, KnownCodes known, Confidence minimum, List<RuleMatcher> matchers, boolean utf8) {
        this.scanner = scanner;
        this.known = known;
        this.minimum = minimum;
        this.matchers = matchers.toArray(new RuleMatcher[0]);
        this.place = utf8 ? ByteContext.ofUtf8() : ByteContext.ofAscii();
        this.utf8 = utf8;
    }

    /**
     * Says whether a run that begins with a digit may be a code. Never wrong when it says no.
     *
     * @param block whole lines
     * @param from where a line begins, at or before the run
     * @param start where the run begins: seven bytes or more, which no letter, digit or underscore touches
     * @param end where it ends, exclusive
     * @param to where a line ends, behind the run, exclusive
     */
    public boolean mayBeNumber(byte[] block, int from, int start, int end, int to) {
        int number = number(block, start);
        CandidateKind kind = number < 0 ? null : scanner.kindOf(number);
        return kind != null && mayBe(kind, block, from, start, end, to);
    }

    /**
     * Says whether a run that begins with a letter may be a listed name or a member of a family. Never wrong when it says no.
     *
     * @param block whole lines
     * @param from where a line begins, at or before the run
     * @param start where the run begins: seven bytes or more, which no letter, digit or underscore touches
     * @param end where it ends, exclusive
     * @param to where a line ends, behind the run, exclusive
     */
    public boolean mayBeName(byte[] block, int from, int start, int end, int to) {
        name.show(block, start, end);
        return known.isFamilyMember(name, 0, name.length())
                || known.isListed(name, 0, name.length()) && mayBe(CandidateKind.WORD, block, from, start, end, to);
    }

    private boolean mayBe(CandidateKind kind, byte[] block, int from, int start, int end, int to) {
        place.show(block, from, start, end, to);
        boolean comparable = place.isComparable();
        if (!comparable && !place.isPlainBefore()) {
            return true;
        }
        Boolean remembered = comparable ? outlooks.get(place, kind) : null;
        if (remembered != null) {
            return remembered;
        }
        place.beginReading();
        boolean mayBe = mayBeAccepted(kind);
        if (comparable && mayBe) {
            // To say yes once too often only costs time.
            outlooks.putAlike(place, kind, true);
        } else if (comparable && !place.isGivenUp()) {
            outlooks.put(place, kind, false);
        }
        return mayBe;
    }

    private boolean mayBeAccepted(CandidateKind kind) {
        for (RuleMatcher matcher : matchers) {
            RuleMatcher.Outlook outlook = matcher.outlook(place, kind, minimum);
            if (outlook != RuleMatcher.Outlook.SILENT) {
                return outlook == RuleMatcher.Outlook.OPEN;
            }
        }
        return false;
    }

    /**
     * Returns the codes of a line, with positions in {@code char}s, as {@link CodeScanner#detect} returns them; null if the line has to be
     * decoded, because it is not in UTF-8, is malformed, or asks for rules that users wrote.
     *
     * @param block the bytes
     * @param from where the line begins
     * @param found where its first candidate begins, or any place before that
     * @param to where the line ends, without its line break
     */
    public @Nullable List<Detection> detect(byte[] block, int from, int found, int to) {
        if (!utf8) {
            return null;
        }
        line.show(block, from, to);
        List<Detection> detections = List.of();
        int searched = found;
        for (int start = nextRun(block, searched, to); start >= 0; start = nextRun(block, searched, to)) {
            searched = runEnd(block, start, to);
            Detection detection = judge(block, from, start, searched, to);
            if (place.isGivenUp()) {
                return null;
            }
            if (detection != null) {
                detections = and(detections, detection);
            }
        }
        boolean wellFormed = detections.isEmpty() || Utf8.countCharacters(block, searched, to) >= 0;
        return wellFormed ? detections : null;
    }

    /** Most lines that have a code have one. */
    private static List<Detection> and(List<Detection> detections, Detection next) {
        if (detections.isEmpty()) {
            return List.of(next);
        }
        List<Detection> several = detections.size() == 1 ? new ArrayList<>(detections) : detections;
        several.add(next);
        return several;
    }

    /** Where the next run begins that is long enough; looks for it as the scanner of text does. */
    private static int nextRun(byte[] block, int from, int to) {
        for (int i = from + ErrorCode.MIN_SYMBOL_LENGTH - 1; i < to; i += ErrorCode.MIN_SYMBOL_LENGTH) {
            if (isCodeByte(block[i])) {
                int start = runStart(block, from, i);
                int end = runEnd(block, i, to);
                if (end - start >= ErrorCode.MIN_SYMBOL_LENGTH) {
                    return start;
                }
                i = end;
            }
        }
        return -1;
    }

    private static int runStart(byte[] block, int from, int position) {
        int start = position;
        while (start > from && isCodeByte(block[start - 1])) {
            start--;
        }
        return start;
    }

    private static int runEnd(byte[] block, int position, int to) {
        int end = position + 1;
        while (end < to && isCodeByte(block[end])) {
            end++;
        }
        return end;
    }

    private @Nullable Detection judge(byte[] block, int from, int runStart, int end, int to) {
        int tokenStart = CodeScanner.tokenStart(line, runStart - from, end - from);
        int tokenEnd = tokenStart < 0 ? -1 : CodeScanner.tokenEnd(line, tokenStart, end - from);
        CandidateKind kind = tokenStart < 0 ? null : scanner.kindOf(line, tokenStart, tokenEnd);
        place.showInLine(block, line, from, from + Math.max(0, tokenStart), end, to);
        ScanRule rule = kind == null ? null : decide(block, from, kind, to);
        Confidence confidence = rule == null ? null : rule.confidence();
        return rule == null || confidence == null || kind == null || !confidence.isAtLeast(minimum)
                ? null
                : detection(block, from, tokenStart, tokenEnd, kind, confidence, rule);
    }

    private @Nullable Detection detection(
            byte[] block,
            int from,
            int tokenStart,
            int tokenEnd,
            CandidateKind kind,
            Confidence confidence,
            ScanRule rule) {
        int characters = Utf8.countCharacters(block, from, from + tokenStart);
        if (characters < 0) {
            place.giveUp();
            return null;
        }
        return new Detection(
                CodeScanner.codeOf(line, tokenStart, tokenEnd, kind, recentCodes),
                scanner.isListed(line, tokenStart, tokenEnd, kind),
                characters,
                characters + tokenEnd - tokenStart,
                confidence,
                rule.name());
    }

    /** What {@link CodeScanner} does with text. */
    private @Nullable ScanRule decide(byte[] block, int from, CandidateKind kind, int to) {
        ScanRule rule = firstMatch(kind);
        if (kind != CandidateKind.LISTED || CodeScanner.isTrusted(rule)) {
            return rule;
        }
        ScanRule described = describedBy(block);
        if (described != null) {
            return described;
        }
        ScanRule accompanied = firstMatch(CandidateKind.ACCOMPANIED);
        return CodeScanner.isTrusted(accompanied) && followsCode(block, from, place.start(), to) ? accompanied : rule;
    }

    private @Nullable ScanRule describedBy(byte[] block) {
        ScanRule described = firstMatch(CandidateKind.DESCRIBED);
        if (!CodeScanner.isTrusted(described)) {
            return null;
        }
        String around = place.around();
        return around != null && known.describes(number(block, place.start()), around) ? described : null;
    }

    private boolean followsCode(byte[] block, int from, int start, int to) {
        int left = CodeScanner.COMPANY;
        for (int i = start - 1; i >= from && left > 0; i--) {
            if (isCodeByte(block[i])) {
                int runEnd = i + 1;
                i = runStart(block, from, i);
                if (runEnd - i >= ErrorCode.MIN_SYMBOL_LENGTH) {
                    return isCodeByItself(block, from, i, runEnd, to);
                }
                left -= runEnd - i;
            } else if (!Utf8.isContinuation(block[i])) {
                left--;
            }
        }
        return false;
    }

    private boolean isCodeByItself(byte[] block, int from, int runStart, int end, int to) {
        int tokenStart = CodeScanner.tokenStart(line, runStart - from, end - from);
        CandidateKind kind = tokenStart < 0
                ? null
                : scanner.kindOf(line, tokenStart, CodeScanner.tokenEnd(line, tokenStart, end - from));
        if (kind == null) {
            return false;
        }
        place.showInLine(block, line, from, from + tokenStart, end, to);
        return CodeScanner.isTrusted(firstMatch(kind)) || kind == CandidateKind.LISTED && describedBy(block) != null;
    }

    private @Nullable ScanRule firstMatch(CandidateKind kind) {
        boolean comparable = place.isComparable();
        Optional<ScanRule> remembered = comparable ? matches.get(place, kind) : null;
        if (remembered != null) {
            return remembered.orElse(null);
        }
        place.beginReading();
        ScanRule rule = firstMatchAnew(kind);
        if (comparable && !place.isGivenUp()) {
            matches.put(place, kind, Optional.ofNullable(rule));
        }
        return rule;
    }

    private @Nullable ScanRule firstMatchAnew(CandidateKind kind) {
        for (RuleMatcher matcher : matchers) {
            ScanRule rule = matcher.firstMatch(place, kind);
            if (rule != null || place.isGivenUp()) {
                return rule;
            }
        }
        return null;
    }

    /** The number that seven bytes write, or -1 if they are not all digits. */
    private static int number(byte[] block, int start) {
        int number = 0;
        for (int i = start; i < start + ErrorCode.DIGITS; i++) {
            int digit = block[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isCodeByte(byte b) {
        return b >= 0 && CodeScanner.isCodeCharacter((char) b);
    }
}
