package io.github.bkerrcode.cli.imports;

/** What a cell of an error table can say. */
enum Field {
    CODE,
    FLAG,
    MEANING,
    REMEDIATION,
    HTTP_STATUS,
    SOURCE,
    TARGET,
    SECTION,
    DOCUMENT,
    PLATFORM_NUMBER,
    PLATFORM_ID,
    PLATFORM_NAME
}
