package io.github.bkerrcode.scan;

import io.github.bkerrcode.code.LocalizedText;

/** The reasons for decisions that no rule made. */
final class VerdictTexts {

    static final LocalizedText PART_OF_SOMETHING_LARGER =
            new LocalizedText("紧贴着字母或数字，是更长的词或编号的一部分", "part of a longer word or number");

    static final LocalizedText NO_OWNER = new LocalizedText("前两位数字不属于任何平台", "its first two digits are no platform's");

    static final LocalizedText NO_RULE = new LocalizedText("没有规则认为它是错误码", "no rule vouches for it");

    static final LocalizedText UNLISTED_WITHOUT_KEY =
            new LocalizedText("未收录，且前面没有错误码的键或字样", "not in the catalog, and no error-code key or word in front of it");

    private VerdictTexts() {}

    /** The reason of a rule whose file gives none. */
    static LocalizedText rule(ScanRule rule) {
        String pattern = rule.before() + "<code>" + rule.after();
        return new LocalizedText("符合规则 " + pattern, "matches " + pattern);
    }
}
