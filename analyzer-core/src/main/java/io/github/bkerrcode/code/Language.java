package io.github.bkerrcode.code;

/** A language in which meanings and reports can be had. */
public enum Language {
    /** Chinese: the language of the source tables. */
    ZH,
    /** English: the project's own translation. */
    EN
}
