package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a column, or a key, says about its values. Compares the end of the heading with known words, since that is where
 * both languages have the noun: {@code error code description} is a description, {@code 错误码含义} a meaning.
 *
 * @param field what the values are
 * @param language what they are written in, or null if the heading does not say
 */
record Heading(Field field, @Nullable Language language) {

    private static final int MAX_LANGUAGE = 10;

    /** What is longer is no heading. */
    private static final int MAX_LENGTH = 200;

    private static final Set<String> CHINESE = Set.of("zh", "cn", "zhcn", "zhhans", "chs", "chinese");
    private static final Set<String> ENGLISH = Set.of("en", "enus", "eng", "english");

    /** Words that stand for a field wherever a heading ends in them. */
    private static final Map<Field, List<String>> ENDINGS = Map.of(
            Field.CODE,
            List.of(
                    "code",
                    "codes",
                    "errno",
                    "errorno",
                    "errornumber",
                    "errorid",
                    "errid",
                    "错误码",
                    "错误代码",
                    "错误编码",
                    "错误号",
                    "错误编号",
                    "返回码",
                    "返回代码",
                    "响应码",
                    "异常码",
                    "异常代码",
                    "异常编码",
                    "代码",
                    "编码",
                    "错误码id"),
            Field.FLAG,
            List.of("flag", "constant", "symbol", "enum", "标志", "标识", "标识符", "常量", "枚举"),
            Field.MEANING,
            List.of(
                    "message",
                    "messages",
                    "msg",
                    "meaning",
                    "description",
                    "desc",
                    "text",
                    "detail",
                    "details",
                    "error",
                    "reason",
                    "cause",
                    "name",
                    "summary",
                    "title",
                    "info",
                    "explanation",
                    "label",
                    "含义",
                    "描述",
                    "信息",
                    "消息",
                    "说明",
                    "意义",
                    "解释",
                    "释义",
                    "提示",
                    "提示语",
                    "文案",
                    "名称",
                    "名称示例",
                    "原因",
                    "详情",
                    "错误",
                    "异常"),
            Field.REMEDIATION,
            List.of(
                    "solution",
                    "solutions",
                    "remediation",
                    "remedy",
                    "action",
                    "actions",
                    "resolution",
                    "fix",
                    "handling",
                    "advice",
                    "suggestion",
                    "suggestions",
                    "troubleshooting",
                    "workaround",
                    "whattodo",
                    "howtofix",
                    "hint",
                    "steps",
                    "recovery",
                    "方案",
                    "处理",
                    "解决",
                    "办法",
                    "方法",
                    "方式",
                    "建议",
                    "措施",
                    "对策",
                    "排查",
                    "步骤",
                    "指引"),
            Field.HTTP_STATUS,
            List.of(
                    "http",
                    "httpcode",
                    "httpstatus",
                    "httpstatuscode",
                    "statuscode",
                    "status",
                    "http状态",
                    "http状态码",
                    "http码",
                    "http返回码",
                    "http响应码",
                    "状态码"),
            Field.SECTION,
            List.of("module", "category", "section", "component", "group", "模块", "分类", "类别", "类型"),
            Field.PLATFORM_NUMBER,
            List.of("平台id", "平台编号", "产品编号", "系统编号", "platformid", "platformnumber", "platformno"),
            Field.PLATFORM_ID,
            List.of("平台代号", "产品代号", "系统代号", "平台代码", "产品代码", "platform", "platformcode", "product"),
            Field.PLATFORM_NAME,
            List.of("平台名称", "产品名称", "系统名称", "platformname", "productname"));

    /** Words that are too short, or too common at the end of others, to stand for more than themselves. */
    private static final Map<String, Field> WHOLE = Map.ofEntries(
            Map.entry("id", Field.CODE),
            Map.entry("no", Field.CODE),
            Map.entry("编号", Field.CODE),
            Map.entry("源", Field.SOURCE),
            Map.entry("来源", Field.SOURCE),
            Map.entry("source", Field.SOURCE),
            Map.entry("目标", Field.TARGET),
            Map.entry("target", Field.TARGET),
            Map.entry("平台", Field.PLATFORM_ID),
            Map.entry("document", Field.DOCUMENT),
            Map.entry("value", Field.MEANING));

    private static final Map<String, Field> WORDS = words();

    /** Reads a heading; null if it is none that is known. */
    static @Nullable Heading of(String text) {
        if (text.length() > MAX_LENGTH || !hasLetter(text)) {
            return null;
        }
        StringBuilder rest = new StringBuilder();
        Language language = null;
        for (String word : words(text)) {
            Language named = languageOf(word);
            if (named == null) {
                rest.append(word);
            } else {
                language = named;
            }
        }
        Field field = rest.isEmpty() ? Field.MEANING : field(rest.toString());
        return field == null || rest.isEmpty() && language == null ? null : new Heading(field, language);
    }

    /** The language a word stands for, such as the name of a folder or the end of a file's name; null if none. */
    static @Nullable Language languageOf(String word) {
        if (word.length() > MAX_LANGUAGE || !hasLetter(word)) {
            return null;
        }
        String plain = word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        if (CHINESE.contains(plain)) {
            return Language.ZH;
        }
        return ENGLISH.contains(plain) ? Language.EN : null;
    }

    /** The words of a heading in lower case; what stands in brackets counts only where it names a language. */
    private static List<String> words(String text) {
        if (isPlainWord(text)) {
            return List.of(text);
        }
        String marked = text.replaceAll(
                        "[(（\\[【]\\s*(中文|英文|[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?|Chinese|English)\\s*[)）\\]】]", " $1 ")
                .replaceAll("[(（\\[【][^)）\\]】]*[)）\\]】]", " ")
                .replaceAll("中文|汉语", " zh ")
                .replaceAll("英文|英语", " en ")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("(?i)\\b(zh|en)[-_](cn|us|hans)\\b", "$1");
        List<String> words = new ArrayList<>();
        for (String word : marked.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Most keys are one English word, of which a file may have as many as rows. */
    private static boolean isPlainWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Field> words() {
        Map<String, Field> words = new HashMap<>();
        ENDINGS.forEach((field, endings) -> endings.forEach(word -> words.put(word, field)));
        words.putAll(WHOLE);
        return Map.copyOf(words);
    }

    private static @Nullable Field field(String heading) {
        Field whole = WORDS.get(heading);
        if (whole != null) {
            return whole;
        }
        Field best = null;
        int longest = 0;
        for (Map.Entry<Field, List<String>> words : ENDINGS.entrySet()) {
            for (String word : words.getValue()) {
                if (word.length() > longest && heading.endsWith(word)) {
                    longest = word.length();
                    best = words.getKey();
                }
            }
        }
        return best;
    }
}
