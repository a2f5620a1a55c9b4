package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;

/** The fixed words of the text reports. */
enum Label {
    FILES("个文件", "files", "file"),
    LINES("行", "lines", "line"),
    LINES_WITH_CODES("行含错误码", "lines with codes", "line with codes"),
    DETECTIONS("次命中", "detections", "detection"),
    TIMES("次", "detections", "detection"),
    COUNT("次数", "count"),
    CODE("错误码", "code"),
    MEANING("含义", "meaning"),
    FIRST_SEEN("首次", "first seen"),
    LAST_SEEN("最近", "last seen"),
    REMEDIATION("处理方案", "what to do"),
    PARAMETERS("参数", "parameters"),
    FILLED_IN_LOGS("日志里是具体的值", "logs have values in their place"),
    PLATFORM("平台", "platform"),
    CATEGORY("类别", "category"),
    FLAG("标志", "flag"),
    MODULE("模块", "module"),
    FAILED_SYSTEM("故障系统", "failed system"),
    SAME_MODULE("同模块", "same module"),
    SIMILAR("相近的错误码", "did you mean"),
    HTTP_STATUS("HTTP 状态", "HTTP status"),
    SOURCE_TARGET("源 → 目标", "source → target"),
    ANATOMY("编号结构", "number"),
    DOCUMENT("来源文档", "document"),
    ORIGIN("定义于", "defined in"),
    BUILT_IN("内置", "built in"),
    UNLISTED("未收录", "not in the catalog"),
    NO_CODES("没有发现错误码", "no error codes found"),
    BLAMES("错误指向谁", "whom the errors blame"),
    DERIVED("由含义推断，文档未写明", "derived from the meaning, not said by a document"),
    COMPARED_WITH("对比", "compared with"),
    CHANGE("变化", "change"),
    NO_CHANGE("没有明显变化", "nothing that is worth a word"),
    NEW("新增", "new"),
    GONE("消失", "gone"),
    MORE("增多", "more"),
    LESS("减少", "less"),
    PROBLEMS("读取中的问题", "problems with inputs"),
    MORE_CODES("个错误码未显示，用 --top 调整", "more codes not shown, see --top", "more code not shown, see --top"),
    NO_REMEDIATION("文档未给出", "not given by the document"),
    IS_CODE("错误码", "code"),
    IS_UNSURE("不确定", "unsure"),
    IS_NO_CODE("不是错误码", "no code"),
    MINUTES("分钟", "min"),
    HOURS("小时", "hours", "hour"),
    DAYS("天", "days", "day"),
    NEXT_STEPS("接下来做什么", "what to do next"),
    MORE_WITH("更多: ", "more: "),
    SEE_LINE("无现成方案，看日志", "no known remedy, see"),
    FULL_RUNBOOK("完整步骤: analyzer explain ", "all steps: analyzer explain ");

    private final String zh;
    private final String en;
    private final String enForOne;

    Label(String zh, String en) {
        this(zh, en, en);
    }

    Label(String zh, String en, String enForOne) {
        this.zh = zh;
        this.en = en;
        this.enForOne = enForOne;
    }

    /** The word behind a number of things. */
    String of(long count, Language language) {
        return language == Language.EN && count == 1 ? enForOne : in(language);
    }

    String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
