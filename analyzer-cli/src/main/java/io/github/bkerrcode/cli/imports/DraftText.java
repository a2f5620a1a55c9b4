package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known so far of a text, in each language one paragraph or several.
 *
 * @param zh paragraphs in Chinese, empty if there are none
 * @param en paragraphs in English, empty if there are none
 */
record DraftText(List<String> zh, List<String> en) {

    static final DraftText NONE = new DraftText(List.of(), List.of());

    static DraftText of(Language language, List<String> paragraphs) {
        return language == Language.ZH ? new DraftText(paragraphs, List.of()) : new DraftText(List.of(), paragraphs);
    }

    boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    /** Says whether no language says one thing here and another there. */
    boolean agreesWith(DraftText other) {
        return agree(zh, other.zh) && agree(en, other.en);
    }

    private static boolean agree(List<String> a, List<String> b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    /** Returns this text with the languages of another that it lacks. */
    DraftText completedBy(DraftText other) {
        return new DraftText(zh.isEmpty() ? other.zh : zh, en.isEmpty() ? other.en : en);
    }

    /** Returns the paragraphs with both languages of each together. */
    List<LocalizedText> paragraphs() {
        if (isEmpty()) {
            return List.of();
        }
        if (!zh.isEmpty() && !en.isEmpty() && zh.size() != en.size()) {
            return List.of(new LocalizedText(numbered(zh), numbered(en)));
        }
        List<LocalizedText> paragraphs = new ArrayList<>();
        for (int i = 0; i < Math.max(zh.size(), en.size()); i++) {
            paragraphs.add(new LocalizedText(zh.isEmpty() ? null : zh.get(i), en.isEmpty() ? null : en.get(i)));
        }
        return paragraphs;
    }

    private static String numbered(List<String> steps) {
        if (steps.size() == 1) {
            return steps.get(0);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(steps.get(i));
        }
        return text.toString();
    }
}
