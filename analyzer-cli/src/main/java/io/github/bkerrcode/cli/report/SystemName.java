package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.Language;
import java.util.Map;

/**
 * What systems are called to people. Catalog and summary know a system by one name, in English where it is a word; these words have Chinese
 * ones here, all other systems are called as they are.
 */
final class SystemName {

    static final Map<String, String> CHINESE = Map.of(
            "third party", "第三方系统",
            "License", "证书服务",
            "Login", "统一登录",
            "Console", "桌面 console",
            "WeChat", "微信",
            "SMTP", "SMTP 邮箱",
            "object storage", "对象存储",
            "image registry", "镜像仓库");

    private SystemName() {}

    static String in(Language language, String system) {
        return language == Language.ZH ? CHINESE.getOrDefault(system, system) : system;
    }
}
