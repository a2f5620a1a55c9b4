package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the one-line text of a code: {@code platform | meaning → remediation}. */
final class Headline {

    private Headline() {}

    static LocalizedText listed(Platform platform, List<CatalogEntry> entries) {
        return new LocalizedText(listed(platform, entries, Language.ZH), listed(platform, entries, Language.EN));
    }

    private static String listed(Platform platform, List<CatalogEntry> entries, Language language) {
        String text = platform.name().in(language) + " | " + JoinedTexts.meaning(entries, language);
        String remediation = JoinedTexts.remediation(entries, language);
        return oneLine(remediation == null ? text : text + " → " + remediation);
    }

    static LocalizedText unlisted(Platform platform, @Nullable NumberAnatomy anatomy) {
        CodeModule module = anatomy == null ? null : anatomy.module();
        String zh = platform.name().in(Language.ZH) + " | 未收录的错误码";
        String en = platform.name().in(Language.EN) + " | code not in the catalog";
        if (module != null) {
            zh += "（" + module.name().in(Language.ZH) + "）";
            en += " (" + module.name().in(Language.EN) + ")";
        }
        return new LocalizedText(oneLine(zh), oneLine(en));
    }

    /** A log line must stay one line, whatever a catalog holds. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            line.append(breaksLine ? ' ' : c);
        }
        return line.toString();
    }
}
