package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.code.CodeModule;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.summary.Summary.CodeSummary;

/** What a code means, also one that is not listed. */
final class CodeMeaning {

    private CodeMeaning() {}

    /** Returns the meaning, or that there is none, with the module of the number if that has a name. */
    static String of(CodeSummary code, Language language) {
        String meaning = code.resolution().meaning(language);
        if (meaning != null) {
            return meaning;
        }
        NumberAnatomy anatomy = code.resolution().anatomy();
        CodeModule module = anatomy == null ? null : anatomy.module();
        String unlisted = Label.UNLISTED.in(language);
        return module == null ? unlisted : unlisted + " · " + module.name().in(language);
    }
}
