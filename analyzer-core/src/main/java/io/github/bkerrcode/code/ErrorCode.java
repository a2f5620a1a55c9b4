package io.github.bkerrcode.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error code, without its meaning: the token as logged. Immutable; equal when kind and token are equal.
 *
 * <p>A flag such as {@code E1301002_BASE_DATABASE_ERROR} is the long form of a code and stands for {@code 1301002}; an
 * {@code ErrorCode} never holds a flag.
 *
 * @param token {@code 1306201}, {@code APIGW_LACK_PARAMS}, {@code -1} or {@code 0}
 * @param kind how the token is built
 */
public record ErrorCode(String token, Kind kind) implements Comparable<ErrorCode> {

    /** The length of every number of the numbering scheme, in digits. */
    public static final int DIGITS = 7;

    /** The shortest symbolic code, in characters. The scanner relies on it to look at every seventh character only. */
    public static final int MIN_SYMBOL_LENGTH = 7;

    private static final int SERIALS_PER_PLATFORM = 100_000;

    /** How a code is written. */
    public enum Kind {
        /** Seven digits, the first two of which name the platform. */
        NUMERIC,
        /** Upper-case words joined by {@code _}, as the API gateway emits them. */
        SYMBOLIC,
        /** {@code -1} and {@code 0}, which every platform shares. */
        COMMON
    }

    /**
     * Checks that the token is of its kind.
     *
     * @throws IllegalArgumentException if it is not
     */
    public ErrorCode {
        boolean fits = switch (kind) {
            case NUMERIC -> isSevenDigits(token, 0, token.length());
            case SYMBOLIC -> isSymbol(token);
            case COMMON -> token.equals("-1") || token.equals("0");
        };
        if (!fits) {
            throw new IllegalArgumentException("not a " + kind + " code [" + token + "]");
        }
    }

    /**
     * Returns the numeric code of a number.
     *
     * @param number 0 to 9,999,999; smaller ones are padded to seven digits
     * @throws IllegalArgumentException if the number has more than seven digits or is negative
     */
    public static ErrorCode numeric(int number) {
        String digits = Integer.toString(number);
        int missing = DIGITS - digits.length();
        return new ErrorCode(missing > 0 ? "0".repeat(missing) + digits : digits, Kind.NUMERIC);
    }

    /**
     * Reads what a person or a table may write for a code: seven digits, a flag, a symbolic name, {@code -1} or {@code 0};
     * white space around it is ignored.
     *
     * @return the code, or empty if the text is none of these
     */
    public static Optional<ErrorCode> parse(String text) {
        String token = text.strip();
        if (isSevenDigits(token, 0, token.length())) {
            return Optional.of(new ErrorCode(token, Kind.NUMERIC));
        }
        if (token.equals("-1") || token.equals("0")) {
            return Optional.of(new ErrorCode(token, Kind.COMMON));
        }
        if (isFlag(token)) {
            return Optional.of(new ErrorCode(token.substring(1, 1 + DIGITS), Kind.NUMERIC));
        }
        return isSymbol(token) ? Optional.of(new ErrorCode(token, Kind.SYMBOLIC)) : Optional.empty();
    }

    /**
     * Returns the seven digits as a number.
     *
     * @throws IllegalStateException if the code is not numeric
     */
    public int number() {
        if (kind != Kind.NUMERIC) {
            throw new IllegalStateException("not a numeric code [" + token + "]");
        }
        return Integer.parseInt(token);
    }

    /**
     * Returns the first two digits, by which the numbering scheme names the platform.
     *
     * @throws IllegalStateException if the code is not numeric
     */
    public int prefix() {
        return number() / SERIALS_PER_PLATFORM;
    }

    /** Orders by token, digits before letters. */
    @Override
    public int compareTo(ErrorCode other) {
        return token.compareTo(other.token);
    }

    @Override
    public String toString() {
        return token;
    }

    /** Compares like a record does; written out because codes are the keys of large maps from the first moment on. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ErrorCode code && kind == code.kind && token.equals(code.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }

    private static boolean isFlag(String token) {
        return token.length() > DIGITS + 2
                && token.charAt(0) == 'E'
                && isSevenDigits(token, 1, 1 + DIGITS)
                && token.charAt(1 + DIGITS) == '_'
                && areSymbolCharacters(token, 2 + DIGITS);
    }

    private static boolean isSymbol(String token) {
        return token.length() >= MIN_SYMBOL_LENGTH
                && token.charAt(0) >= 'A'
                && token.charAt(0) <= 'Z'
                && areSymbolCharacters(token, 1);
    }

    private static boolean areSymbolCharacters(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSevenDigits(String text, int start, int end) {
        if (end - start != DIGITS) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
