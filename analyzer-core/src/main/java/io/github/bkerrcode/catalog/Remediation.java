package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import java.util.List;

/**
 * What to do about a code: one piece of advice, or the steps of a runbook in their order.
 *
 * @param steps at least one
 */
public record Remediation(List<LocalizedText> steps) {

    /**
     * Copies the steps.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Remediation {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a remediation needs at least one step");
        }
        steps = List.copyOf(steps);
    }

    /** Returns the advice as one text; the steps of a runbook are numbered from 1, each on a line of its own. */
    public String in(Language language) {
        if (steps.size() == 1) {
            return steps.get(0).in(language);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                text.append('\n');
            }
            text.append(i + 1).append(". ").append(steps.get(i).in(language));
        }
        return text.toString();
    }
}
