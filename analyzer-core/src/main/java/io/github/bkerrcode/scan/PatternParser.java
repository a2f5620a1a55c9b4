package io.github.bkerrcode.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of the RE2 syntax that built-in rules are written in: literals, classes, {@code \d \w \s}, groups
 * {@code (...)}, {@code (?:...)}, {@code (?i:...)}, choice, {@code ? * + {n,m}}, {@code .}, {@code ^}, {@code $}. Every
 * pattern it accepts means the same to RE2; what it does not know it refuses.
 */
final class PatternParser {

    private static final int MAX_REPEAT = 64;

    /** A node for each ASCII character, as it is and in either case; most of a pattern is made of these. */
    private static final List<PatternNode.Chars> LITERALS = literals(false);

    private static final List<PatternNode.Chars> LITERALS_OF_ANY_CASE = literals(true);

    private final char[] pattern;
    private int position;

    private PatternParser(String pattern) {
        this.pattern = pattern.toCharArray();
    }

    private static List<PatternNode.Chars> literals(boolean ignoreCase) {
        List<PatternNode.Chars> literals = new ArrayList<>();
        for (char c = 0; c < 128; c++) {
            literals.add(chars(CharSet.of(c, c), ignoreCase));
        }
        return literals;
    }

    /**
     * Parses a pattern.
     *
     * @throws IllegalArgumentException if the syntax is wrong or not supported, with the column
     */
    static PatternNode parse(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        PatternNode node = parser.choice(false);
        if (parser.position < parser.pattern.length) {
            throw parser.error("unexpected ')'");
        }
        return node;
    }

    private PatternNode choice(boolean ignoreCase) {
        List<PatternNode> options = new ArrayList<>();
        options.add(sequence(ignoreCase));
        while (accept('|')) {
            options.add(sequence(ignoreCase));
        }
        return options.size() == 1 ? options.get(0) : new PatternNode.Choice(List.copyOf(options));
    }

    private PatternNode sequence(boolean ignoreCase) {
        List<PatternNode> parts = new ArrayList<>();
        while (position < pattern.length && peek() != '|' && peek() != ')') {
            parts.add(repeated(ignoreCase));
        }
        return parts.size() == 1 ? parts.get(0) : new PatternNode.Sequence(List.copyOf(parts));
    }

    private PatternNode repeated(boolean ignoreCase) {
        PatternNode atom = atom(ignoreCase);
        PatternNode repeat = repeat(atom);
        if (repeat == null) {
            return atom;
        }
        // Lazy or not makes no difference to whether a text matches.
        accept('?');
        if (position < pattern.length && "?*+{".indexOf(peek()) >= 0) {
            throw error("a repeat cannot be repeated; put it in a group (?:...)");
        }
        return repeat;
    }

    private @Nullable PatternNode repeat(PatternNode body) {
        if (accept('?')) {
            return new PatternNode.Repeat(body, 0, 1);
        }
        if (accept('*')) {
            return new PatternNode.Repeat(body, 0, PatternNode.Repeat.UNBOUNDED);
        }
        if (accept('+')) {
            return new PatternNode.Repeat(body, 1, PatternNode.Repeat.UNBOUNDED);
        }
        return accept('{') ? counted(body) : null;
    }

    private PatternNode counted(PatternNode body) {
        int min = number();
        int max = min;
        if (accept(',')) {
            max = peek() == '}' ? PatternNode.Repeat.UNBOUNDED : number();
        }
        expect('}');
        if (max != PatternNode.Repeat.UNBOUNDED && max < min) {
            throw error("repeat {" + min + "," + max + "} is empty");
        }
        return new PatternNode.Repeat(body, min, max);
    }

    private int number() {
        int start = position;
        while (position < pattern.length && CharSet.DIGIT.contains(peek())) {
            position++;
        }
        if (start == position || position - start > 3) {
            throw error("expected a number of at most " + MAX_REPEAT);
        }
        int value = Integer.parseInt(new String(pattern, start, position - start));
        if (value > MAX_REPEAT) {
            throw error("repeat of " + value + " exceeds the maximum of " + MAX_REPEAT);
        }
        return value;
    }

    private PatternNode atom(boolean ignoreCase) {
        char c = next();
        return switch (c) {
            case '(' -> group(ignoreCase);
            case '[' -> new PatternNode.Chars(charClass(ignoreCase));
            case '.' -> chars(CharSet.ANY, false);
            case '^', '$' -> new PatternNode.Edge();
            case '\\' -> chars(escape(), ignoreCase);
            case '?', '*', '+', '{', '}', ']' -> {
                position--;
                throw error("'" + c + "' has nothing to apply to; write \\" + c);
            }
            default -> literal(c, ignoreCase);
        };
    }

    private PatternNode group(boolean ignoreCase) {
        boolean inner = ignoreCase;
        if (accept('?')) {
            if (accept('i')) {
                inner = true;
            }
            expect(':');
        }
        PatternNode node = choice(inner);
        expect(')');
        return node;
    }

    private CharSet charClass(boolean ignoreCase) {
        boolean negated = accept('^');
        CharSet set = CharSet.EMPTY;
        do {
            set = set.union(classItem());
        } while (peek() != ']');
        position++;
        CharSet folded = ignoreCase ? set.ignoringCase() : set;
        return negated ? folded.complement() : folded;
    }

    private CharSet classItem() {
        CharSet first = classAtom();
        if (peek() != '-' || position + 1 >= pattern.length || pattern[position + 1] == ']') {
            return first;
        }
        position++;
        CharSet last = classAtom();
        int from = single(first);
        int to = single(last);
        if (to < from) {
            throw error("range " + (char) from + "-" + (char) to + " is empty");
        }
        return CharSet.of(from, to);
    }

    private CharSet classAtom() {
        char c = next();
        return c == '\\' ? escape() : CharSet.of(c, c);
    }

    private int single(CharSet set) {
        if (set.rangeCount() > 1 || set.first(0) != set.last(0)) {
            throw error("a range needs a character on both sides; write \\- for the hyphen itself");
        }
        return set.first(0);
    }

    private CharSet escape() {
        char c = next();
        return switch (c) {
            case 'd' -> CharSet.DIGIT;
            case 'w' -> CharSet.WORD;
            case 's' -> CharSet.SPACE;
            case 'D' -> CharSet.DIGIT.complement();
            case 'W' -> CharSet.WORD.complement();
            case 'S' -> CharSet.SPACE.complement();
            case 't' -> CharSet.of('\t', '\t');
            case 'n' -> CharSet.of('\n', '\n');
            default -> {
                if (CharSet.WORD.contains(c)) {
                    throw error("escape \\" + c + " is not supported here");
                }
                yield CharSet.of(c, c);
            }
        };
    }

    private static PatternNode literal(char c, boolean ignoreCase) {
        if (c >= LITERALS.size()) {
            return chars(CharSet.of(c, c), ignoreCase);
        }
        return ignoreCase ? LITERALS_OF_ANY_CASE.get(c) : LITERALS.get(c);
    }

    private static PatternNode.Chars chars(CharSet set, boolean ignoreCase) {
        return new PatternNode.Chars(ignoreCase ? set.ignoringCase() : set);
    }

    private char peek() {
        if (position >= pattern.length) {
            throw error("the pattern ends too early");
        }
        return pattern[position];
    }

    private char next() {
        char c = peek();
        position++;
        return c;
    }

    private boolean accept(char c) {
        if (position < pattern.length && pattern[position] == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error("expected '" + c + "'");
        }
    }

    private IllegalArgumentException error(String reason) {
        return new IllegalArgumentException(reason + " at column " + (position + 1) + " of " + new String(pattern));
    }
}
