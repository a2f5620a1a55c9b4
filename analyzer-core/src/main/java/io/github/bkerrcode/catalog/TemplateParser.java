package io.github.bkerrcode.catalog;

import java.util.ArrayList;
import java.util.List;

/** Tells the parameters of a meaning from its fixed text: <code>{0}</code>, <code>{name}</code>, <code>${name}</code>, {@code %s}, {@code %d}, {@code %1$s}, {@code %(name)s}. */
final class TemplateParser {

    /** A pair of braces around more than this is no parameter. */
    private static final int MAX_NAME = 40;

    private final String written;
    private final List<String> fixed = new ArrayList<>();
    private final List<MeaningTemplate.Parameter> parameters = new ArrayList<>();
    private int unnamed;

    private TemplateParser(String written) {
        this.written = written;
    }

    static MeaningTemplate parse(String written) {
        return new TemplateParser(written).parse();
    }

    private MeaningTemplate parse() {
        int fixedStart = 0;
        int at = 0;
        while (at < written.length()) {
            int end = parameterEnd(at);
            if (end > at) {
                fixed.add(written.substring(fixedStart, at));
                parameters.add(parameter(written.substring(at, end)));
                fixedStart = end;
            }
            at = Math.max(end, at + (isPercent(at) && isPercent(at + 1) ? 2 : 1));
        }
        fixed.add(written.substring(fixedStart));
        return MeaningTemplate.of(fixed, parameters);
    }

    private MeaningTemplate.Parameter parameter(String shown) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean conversion = shown.charAt(0) == '%' && i == shown.length() - 1;
            if (isNameCharacter(c) && !conversion) {
                name.append(c);
            }
        }
        boolean counted = name.isEmpty();
        return new MeaningTemplate.Parameter(shown, counted ? "#" + ++unnamed : name.toString());
    }

    /** Where the parameter ends that begins here, or -1 if none does. */
    private int parameterEnd(int at) {
        return switch (written.charAt(at)) {
            case '{' -> braceEnd(at);
            case '$' -> at + 1 < written.length() && written.charAt(at + 1) == '{' ? braceEnd(at + 1) : -1;
            case '%' -> at > 0 && isDigit(written.charAt(at - 1)) ? -1 : conversionEnd(at + 1);
            default -> -1;
        };
    }

    private int braceEnd(int open) {
        int close = skipName(open + 1);
        return is('}', close) ? close + 1 : -1;
    }

    private int conversionEnd(int from) {
        int at = from;
        if (is('(', at)) {
            int close = skipName(at + 1);
            if (close == at + 1 || !is(')', close)) {
                return -1;
            }
            at = close + 1;
        } else if (at < written.length() && isDigit(written.charAt(at)) && is('$', at + 1)) {
            at += 2;
        }
        boolean converts = is('s', at) || is('d', at);
        boolean goesOn = at + 1 < written.length() && isNameCharacter(written.charAt(at + 1));
        return converts && !goesOn ? at + 1 : -1;
    }

    private int skipName(int from) {
        int at = from;
        while (at < written.length() && at - from < MAX_NAME && isNameCharacter(written.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean is(char c, int at) {
        return at < written.length() && written.charAt(at) == c;
    }

    private boolean isPercent(int at) {
        return is('%', at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameCharacter(char c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '.';
    }
}
