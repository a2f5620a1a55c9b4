package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reasons that are told below the command line, in English alone, since summaries carry them to scripts and other machines: here they are in
 * Chinese too, for people. They arrive as text, also from summaries of other hosts, so they are known by their text. {@code {}} stands for
 * what differs, {@code {reason}} for a reason within. One that is not known stays English.
 */
public enum KnownReason {
    NO_SUCH_FILE("no such file or directory", "没有那个文件或目录"),
    PERMISSION_DENIED("permission denied", "权限不够"),
    EMPTY_PATH("an empty path names nothing; is a variable unset?", "路径为空；是否有变量没有设置？"),
    NO_LOGS(
            "no log files in this directory (looked for {}); name other files directly",
            "此目录中没有日志文件（查找的是 {}）；其他文件请直接指定"),
    INTERRUPTED("interrupted; the lines before that place are counted", "被中断；此处之前的行已计入"),
    TRUNCATED(
            "the compressed data ends too early (file truncated?); the lines before that place are counted",
            "压缩数据不完整（文件被截断？）；此处之前的行已计入"),
    DAMAGED("the compressed data is damaged ({}); the lines before that place are counted", "压缩数据已损坏（{}）；此处之前的行已计入"),
    TRAILING_BYTES(
            "behind the compressed data stand bytes that are no part of it; all before them is counted",
            "压缩数据之后还有不属于它的字节；之前的内容已全部计入"),
    FOREIGN_COMPRESSION("{}-compressed; pipe it: {} FILE | analyzer -", "是 {} 压缩文件；请用管道读取：{} FILE | analyzer -"),
    DICTIONARY("zstd-compressed with a dictionary; pipe it: {}", "是使用字典的 zstd 压缩文件；请用管道读取：{}"),
    WINDOW(
            "zstd-compressed with a window larger than 8 MiB (--long, --ultra); pipe it: {}",
            "是窗口大于 8 MiB 的 zstd 压缩文件（--long、--ultra）；请用管道读取：{}"),
    BINARY("binary data, not a log; skipped", "是二进制数据，不是日志；已跳过"),
    UTF_16(
            "looks like UTF-16 without a byte order mark; give --charset UTF-16LE or UTF-16BE",
            "像是没有字节序标记（BOM）的 UTF-16；请给出 --charset UTF-16LE 或 UTF-16BE"),
    GREW("grew while it was read; {} bytes that came later are not counted", "读取期间变长；其后追加的 {} 字节未计入"),
    SHRANK(
            "became shorter while it was read: {} of {} bytes are left; what could be read is counted",
            "读取期间变短：只剩 {} 字节，原有 {} 字节；能读到的已计入"),
    REPLACED(
            "another file was put in its place while it was read; the one that was there at the start is counted",
            "读取期间被另一个文件取代；计入的是开始时的那个文件"),
    REPLACED_BEFORE("another file was put in its place before it was read; not counted", "读取之前被另一个文件取代；未计入"),
    REMOVED("was removed while it was read; what was there at the start is counted", "读取期间被删除；开始时的内容已计入"),
    MALFORMED_LINE(
            "1 line has bytes that are not {}, this is the first; if the file is in another charset, give --charset",
            "1 行含有不是 {} 的字节，这是第一行；如果文件采用其他字符集，请给出 --charset"),
    MALFORMED_LINES(
            "{} lines have bytes that are not {}, this is the first; if the file is in another charset, give --charset",
            "{} 行含有不是 {} 的字节，这是第一行；如果文件采用其他字符集，请给出 --charset"),
    PROBLEM_LEFT_OUT("1 more problem is not listed", "另有 1 个问题未列出"),
    PROBLEMS_LEFT_OUT("{} more problems, of this input or later ones, are not listed", "此输入及之后的输入另有 {} 个问题未列出"),
    CODE_LEFT_OUT(
            "1 detection of an unlisted code is counted for its platform only: at most {} different ones, of at most {}"
                    + " characters, are told apart",
            "未收录错误码的 1 次命中只计入所属平台：最多区分 {} 个不同的，长度不超过 {} 个字符"),
    CODES_LEFT_OUT(
            "{} detections of unlisted codes are counted for their platform only: at most {} different ones, of at most"
                    + " {} characters, are told apart",
            "未收录错误码的 {} 次命中只计入所属平台：最多区分 {} 个不同的，长度不超过 {} 个字符"),
    NO_TIME(
            "{}: [{}] is no time; give one such as 2025-10-24, \"2025-10-24 15:02\", 2025-10-24T15:02:11+08:00, or how long"
                    + " ago: 30m, 2h, 3d",
            "{}: [{}] 不是时间；可以写 2025-10-24、\"2025-10-24 15:02\"、2025-10-24T15:02:11+08:00，或多久以前：30m、2h、3d"),
    NO_WINDOW("--since {} is not before --until {}", "--since {} 不早于 --until {}"),
    NO_PLATFORM("--platform: unknown platform [{}]; known are {}", "--platform: 没有平台 [{}]；已有的是 {}"),
    NO_SUMMARY("{reason}; write it again with: {}", "{reason}；请重新生成：{}"),
    IN_SUMMARY("/{}: {reason}", "/{}: {reason}"),
    OTHER_SCHEMA(
            "is \"{}\", and only \"{}\" can be read; use the analyzer that wrote it, or write it again with this one",
            "是 \"{}\"，而能读取的只有 \"{}\"；请用写出它的 analyzer，或用现在这个重新生成"),
    EMPTY("is empty", "是空的"),
    SOMETHING_FOLLOWS("something follows the summary; give each summary a file of its own", "汇总之后还有内容；请每份汇总各用一个文件"),
    NO_KEY("unknown key; allowed are {}", "未知的键；可用的是 {}"),
    OUT_OF_RANGE("must be {} to {}, was {}", "应为 {} 到 {}，实际是 {}"),
    NO_OBJECT("must be an object", "应为对象"),
    NO_LIST("must be a list", "应为列表"),
    NO_TEXT("must be a text", "应为文本"),
    NO_WHOLE_NUMBER("must be a whole number", "应为整数"),
    NO_RULE("expected: {}, or: {}", "应为 {} 或 {}"),
    IN_RULE("rule [{}]: {reason}", "规则 [{}]：{reason}"),
    RULE_TWICE("rule [{}] stands twice; give each rule a name of its own", "规则 [{}] 出现了两次；每条规则的名称不能相同"),
    NO_PLACE_OF_CODE("the pattern must hold {} exactly once", "模式中必须有且只有一个 {}"),
    NO_VERDICT("unknown verdict [{}], expected {}", "未知的结论 [{}]，应为 {}"),
    NO_KIND("unknown kind [{}], expected {}", "未知的种类 [{}]，应为 {}"),
    NOT_DEFINED("{{}} is not defined above; add: let {} PATTERN", "{{}} 在上文没有定义；请加上：let {} PATTERN"),
    NO_PATTERN(
            "{} [{}] at column {} of {}; the parts before and behind <code> must each be a pattern of their own",
            "{} [{}]，第 {} 列，模式为 {}；<code> 前后的部分必须各自是完整的模式"),
    WRITTEN_IN_PART("could not be written whole (disk full?)", "未能完整写入（磁盘已满？）"),
    NO_REGULAR_FILE("is no regular file (a pipe or a device?); write it to a file first", "不是普通文件（管道或设备？）；请先写成文件"),
    NO_DOCUMENTS("no *.json files in this directory", "此目录中没有 *.json 文件"),
    IN_ENTRY("entry {}: {reason}", "条目 {}：{reason}"),
    NO_JSON("not valid JSON: {}", "不是有效的 JSON：{}"),
    UNKNOWN_KEY("unknown key \"{}\"; allowed are {}", "未知的键 \"{}\"；可用的是 {}"),
    KEY_MISSING("\"{}\" is missing", "缺少 \"{}\""),
    KEY_BLANK("\"{}\" is blank; leave the key out where there is nothing to say", "\"{}\" 为空白；没有内容时请去掉这个键"),
    NO_CODE(
            "\"code\" must be seven digits, or a symbolic name of at least {} characters [A-Z0-9_]",
            "\"code\" 应为七位数字，或至少 {} 个字符的符号名 [A-Z0-9_]"),
    CODE_TWICE(
            "the code stands already at line {}; a code may stand twice only with different httpStatus",
            "此错误码已在第 {} 行出现；只有 httpStatus 不同时才能出现两次"),
    SAME_ELSEWHERE("stands with the same text at {} already; remove one of them", "与 {} 重复，文字相同；请删除其一"),
    DIFFERENT_ELSEWHERE("says something else than {} in the same layer; remove one of them", "与同一层的 {} 内容不同；请删除其一"),
    OVERRIDES_BUILT_IN("overrides the built-in entry", "覆盖内置的条目"),
    OVERRIDES("overrides {}", "覆盖 {}"),
    REMOVES_NOTHING("is removed, but no document below has it", "被删除，但下层没有任何文件含有它"),
    NO_OWNER("has no owner; name one of the platforms with \"platform\"", "没有所属平台；请用 \"platform\" 给出一个平台"),
    NO_NUMBER(
            "begins with the number of no platform; define it under \"platforms\", so that its other numbers are found too",
            "前两位不是任何平台的编号；请在 \"platforms\" 中定义，这样该平台的其他错误码也能找到"),
    NO_CHINESE("has no meaning in Chinese", "没有中文含义"),
    NO_CHINESE_EITHER("has no meaning in Chinese, nor have {} others", "没有中文含义，另有 {} 个也没有"),
    NO_ENGLISH("has no meaning in English", "没有英文含义"),
    NO_ENGLISH_EITHER("has no meaning in English, nor have {} others", "没有英文含义，另有 {} 个也没有");

    private static final String DIFFERS = "\\{(?:reason)?}";

    private final Pattern en;
    private final String zh;

    KnownReason(String en, String zh) {
        String pattern =
                Arrays.stream(en.split(DIFFERS, -1)).map(Pattern::quote).collect(Collectors.joining("(.*?)"));
        this.en = Pattern.compile(pattern, Pattern.DOTALL);
        this.zh = zh;
    }

    /** Returns the reason, in Chinese too if it is a known one. */
    public static LocalizedText localized(String reason) {
        for (KnownReason known : values()) {
            Matcher matcher = known.en.matcher(reason);
            if (matcher.matches()) {
                return new LocalizedText(known.zh(matcher), reason);
            }
        }
        return LocalizedText.same(reason);
    }

    /** Says whether the reason is this one. */
    boolean is(String reason) {
        return en.matcher(reason).matches();
    }

    /** Returns the reason with its Chinese text, if it has one or is a known one. */
    public static LocalizedText completed(LocalizedText reason) {
        return reason.zh() == null ? localized(reason.in(Language.EN)) : reason;
    }

    /** Returns the place and the reason, which is in Chinese too if it is a known one. */
    public static LocalizedText localized(String place, String reason) {
        LocalizedText localized = localized(reason);
        return new LocalizedText(place + ": " + localized.zh(), place + ": " + localized.en());
    }

    /**
     * Returns a reason behind its file and the place in it, as exceptions for the user have it.
     *
     * @param file what the message begins with
     */
    public static LocalizedText localizedBehind(String file, String message) {
        int end = message.startsWith(file) ? message.indexOf(": ", file.length()) : -1;
        return end < 0 ? localized(message) : localized(message.substring(0, end), message.substring(end + 2));
    }

    private String zh(MatchResult values) {
        StringBuilder text = new StringBuilder();
        Matcher mark = Pattern.compile(DIFFERS).matcher(zh);
        for (int i = 1; mark.find(); i++) {
            String value = values.group(i);
            String shown = mark.group().equals("{}") ? value : localized(value).in(Language.ZH);
            mark.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        return mark.appendTail(text).toString();
    }
}
