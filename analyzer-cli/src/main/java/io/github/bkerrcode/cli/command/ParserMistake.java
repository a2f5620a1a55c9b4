package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.LocalizedText;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the option parser finds wrong, in Chinese for the mistakes that people make. It has no other language than English and no way to
 * replace its messages, so they are told anew from what the exceptions hold; where they hold too little the message itself is read. What
 * is not known here stays English.
 */
final class ParserMistake {

    private static final String NO_PARAMETER = "Missing required parameter for option";
    private static final Pattern FOUND_INSTEAD = Pattern.compile(".*\\bfor option '([^']+)' but found '(.*)'");

    private ParserMistake() {}

    static LocalizedText of(ParameterException e) {
        String en = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong arguments");
        return new LocalizedText(zh(e, en), en);
    }

    private static @Nullable String zh(ParameterException e, String en) {
        if (e instanceof WrongArgumentException own) {
            return own.zh();
        }
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return (unmatched.isUnknownOption() ? "未知选项：" : "多余的参数：") + quoted(unmatched.getUnmatched());
        }
        if (e instanceof OverwrittenOptionException overwritten) {
            return name(overwritten.getOverwritten()) + " 只能给出一次";
        }
        if (e instanceof MissingParameterException missing && en.startsWith("Missing")) {
            return missing(missing, en);
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return name(e.getArgSpec()) + " 的值 [" + e.getValue() + "] 无效" + expected(e.getArgSpec());
        }
        return byMessage(en);
    }

    private static String missing(MissingParameterException e, String en) {
        if (en.startsWith(NO_PARAMETER)) {
            ArgSpec option = e.getMissing().get(0);
            return name(option) + " 缺少参数 " + option.paramLabel();
        }
        return "缺少"
                + e.getMissing().stream()
                        .map(argument -> argument.isOption()
                                ? "选项 " + name(argument) + "=" + argument.paramLabel()
                                : "参数 " + argument.paramLabel())
                        .collect(Collectors.joining("、"));
    }

    private static String expected(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return "，应为以下之一："
                    + StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                            .map(candidate -> candidate.toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("、"));
        }
        if (type == int.class) {
            return "，应为整数";
        }
        if (type == boolean.class) {
            return "，应为 true 或 false";
        }
        return type == Charset.class ? "，没有这样的字符集" : "";
    }

    private static @Nullable String byMessage(String en) {
        Matcher instead = FOUND_INSTEAD.matcher(en);
        return instead.matches() ? instead.group(1) + " 缺少参数，其后是 [" + instead.group(2) + "]" : null;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String quoted(List<String> arguments) {
        return arguments.stream().map(argument -> "[" + argument + "]").collect(Collectors.joining("、"));
    }
}
