package io.github.bkerrcode.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A meaning with parameters, such as <code>任务 {0} 不存在</code>. Reads the values from a logged text that says the same, and puts values
 * in. Immutable.
 *
 * <p>A text says the same if it has all of the fixed text in its order. A value lies between two pieces of fixed text, holds neither of
 * them, and has as many brackets that open as that close. Where a meaning begins or ends with a parameter, the value is one word, and only
 * what can be nothing but its end may follow, unless the text stands in quotes.
 *
 * @param written the fixed texts before, between and behind the parameters, one more than these
 * @param fixed the same as they are looked for
 * @param parameters from left to right
 */
record MeaningTemplate(List<String> written, List<FixedText> fixed, List<Parameter> parameters) {

    /** Longer values are no values, but text that happens to lie between. */
    static final int MAX_VALUE = 200;

    /** Fixed text of less than two Chinese characters or four letters is found anywhere. */
    private static final int LEAST_WEIGHT = 4;

    /** A text in which a meaning could begin at more places than this tells nothing. */
    private static final int MAX_PLACES = 64;

    /** Stands for a text that can be read in more than one way: agrees with no other, and fills nothing. */
    private static final Map<String, String> UNCERTAIN = Map.of();

    private static final String QUOTES = "\"'`“”‘’「」";
    private static final String OPENING = "([{（【《";
    private static final String CLOSING = ")]}）】》";
    private static final String STOPS = "|<>;；。";
    private static final String NO_WORD = ",，、" + QUOTES + OPENING + CLOSING + STOPS;
    private static final String SENTENCE_MARKS = ".:!?：！？…";

    /**
     * A place for a value.
     *
     * @param shown as the meaning has it, {@code {0}}
     * @param name by which it is the same in all languages: {@code 0}, or its number if it has no name
     */
    record Parameter(String shown, String name) {}

    static MeaningTemplate of(List<String> written, List<Parameter> parameters) {
        List<FixedText> fixed = new ArrayList<>(written.size());
        for (String text : written) {
            fixed.add(FixedText.of(text));
        }
        return new MeaningTemplate(List.copyOf(written), List.copyOf(fixed), List.copyOf(parameters));
    }

    /** Whether values can be read by it: it has enough fixed text, and some between any two parameters. */
    boolean canBeRead() {
        int weight = 0;
        for (int i = 0; i < fixed.size(); i++) {
            boolean inner = i > 0 && i < fixed.size() - 1;
            if (inner && fixed.get(i).isBlank()) {
                return false;
            }
            weight += fixed.get(i).weight();
        }
        return !parameters.isEmpty() && weight >= LEAST_WEIGHT;
    }

    /** The meaning with values in place of its parameters; as it is written if one of them is missing. */
    String with(Map<String, String> values) {
        StringBuilder text = new StringBuilder(written.get(0));
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            String value = values.get(parameter.name());
            if (value == null) {
                return asWritten();
            }
            text.append(value).append(written.get(i + 1));
        }
        return text.toString();
    }

    private String asWritten() {
        StringBuilder text = new StringBuilder(written.get(0));
        for (int i = 0; i < parameters.size(); i++) {
            text.append(parameters.get(i).shown()).append(written.get(i + 1));
        }
        return text.toString();
    }

    /** Adds the values of every place of a text that says the same; they are certain only if there is one set in the end. */
    void read(String text, Set<Map<String, String>> found) {
        boolean beginsWithValue = fixed.get(0).isEmpty();
        FixedText anchor = fixed.get(beginsWithValue ? 1 : 0);
        int at = anchor.find(text, 0, text.length());
        for (int places = 0; at >= 0; places++) {
            if (places == MAX_PLACES) {
                found.add(UNCERTAIN);
                return;
            }
            Map<String, String> values = beginsWithValue ? valuesAround(text, at) : valuesBehind(text, at);
            if (values != null) {
                found.add(values);
            }
            at = anchor.find(text, at + 1, text.length());
        }
    }

    /** The values if the meaning begins here with fixed text; null if it does not. */
    private @Nullable Map<String, String> valuesBehind(String text, int start) {
        boolean insideWord = isWordCharacter(text, start - 1) && isWordCharacter(text, start);
        return insideWord ? null : values(text, start, fixed.get(0).endAt(text, start));
    }

    /** The values if the meaning's first parameter ends here; null if it does not. */
    private @Nullable Map<String, String> valuesAround(String text, int anchor) {
        int end = anchor;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start <= MAX_VALUE && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        return start < end && beginsHere(text, start) ? values(text, start, start) : null;
    }

    private static boolean beginsHere(String text, int start) {
        int before = start;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        if (before == 0) {
            return true;
        }
        char c = text.charAt(before - 1);
        boolean adjacent = before == start;
        return adjacent && (QUOTES + OPENING).indexOf(c) >= 0 || STOPS.indexOf(c) >= 0 || c == ':' || c == '：';
    }

    private @Nullable Map<String, String> values(String text, int start, int from) {
        Map<String, String> values = new HashMap<>();
        int at = from;
        for (int i = 0; i < parameters.size(); i++) {
            FixedText before = fixed.get(i);
            FixedText next = fixed.get(i + 1);
            int end = next.isEmpty() ? endOfLast(text, start, at) : next.find(text, at + 1, at + MAX_VALUE + 2);
            String value = end < 0 ? "" : text.substring(at, end).strip();
            if (!isValue(value)) {
                return null;
            }
            boolean last = i == parameters.size() - 1;
            if (holds(value, before) || last && canGoOn(text, at, end, i)) {
                return UNCERTAIN;
            }
            String earlier = values.put(parameters.get(i).name(), value);
            if (earlier != null && !earlier.equals(value)) {
                return null;
            }
            at = next.isEmpty() ? end : next.endAt(text, end);
        }
        boolean insideWord = isWordCharacter(text, at - 1) && isWordCharacter(text, at);
        return insideWord && !fixed.get(fixed.size() - 1).isEmpty() ? null : values;
    }

    /** Whether the last value could as well end where the fixed text behind it stands once more. */
    private boolean canGoOn(String text, int at, int end, int last) {
        FixedText next = fixed.get(last + 1);
        int further = next.isEmpty() ? -1 : next.find(text, end + 1, at + MAX_VALUE + 2);
        if (further < 0) {
            return false;
        }
        String longer = text.substring(at, further).strip();
        return isValue(longer) && !holds(longer, fixed.get(last));
    }

    private static boolean holds(String value, FixedText text) {
        return !text.isEmpty() && text.find(value, 0, value.length()) >= 0;
    }

    /** Where the value of a parameter at the end of the meaning ends, or -1 if that is not certain. */
    private static int endOfLast(String text, int start, int from) {
        char quote = start == 0 ? ' ' : text.charAt(start - 1);
        if (quote == '"' || quote == '\'') {
            boolean escaped = start > 1 && text.charAt(start - 2) == '\\';
            return endOfQuote(text, escaped ? "\\" + quote : String.valueOf(quote), from);
        }
        int end = from;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        int limit = Math.min(text.length(), end + MAX_VALUE + 1);
        while (end < limit && isOfWord(text.charAt(end))) {
            end++;
        }
        boolean endsLikeSentence = end > from && SENTENCE_MARKS.indexOf(text.charAt(end - 1)) >= 0;
        return !endsLikeSentence && endsHere(text, end) ? end : -1;
    }

    private static int endOfQuote(String text, String quote, int from) {
        int end = text.indexOf(quote, from);
        boolean quoteOfValue = end > 0 && text.charAt(end - 1) == '\\';
        return quoteOfValue ? -1 : end;
    }

    private static boolean endsHere(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char c = text.charAt(end);
        return (QUOTES + CLOSING + STOPS).indexOf(c) >= 0
                || c == '\r'
                || c == '\n'
                || c == '\\' && isQuoteAt(text, end + 1);
    }

    private static boolean isQuoteAt(String text, int at) {
        return at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isOfWord(char c) {
        return c > ' ' && c != '\\' && !Character.isWhitespace(c) && NO_WORD.indexOf(c) < 0;
    }

    private static boolean isWordCharacter(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c < 0x80 && Character.isLetterOrDigit(c) || c == '_';
    }

    /** Whether a text can be a value: it closes no bracket or quote that was opened before it. */
    private static boolean isValue(String value) {
        int open = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            open += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
            if (open < 0 || c == '"' || c == '\uFFFD' || Character.isISOControl(c)) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_VALUE && open == 0;
    }
}
