package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.catalog.CatalogDocument.PlatformRow;
import io.github.bkerrcode.cli.imports.CatalogImport;

/** The value of {@code --platform} where it may name a platform that no catalog has. */
final class PlatformOption {

    private PlatformOption() {}

    /**
     * Reads {@code ID}, {@code NUMBER:ID} or {@code NUMBER:ID:NAME}.
     *
     * @throws UsageException if the text is none of these
     */
    static PlatformRow parse(String text) {
        String[] parts = text.split(":", 3);
        boolean numbered = parts.length > 1;
        String id = parts[numbered ? 1 : 0];
        if (numbered && !parts[0].matches("[0-9]{2}") || !id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw new UsageException(
                    "--platform [" + text + "]: 应为 ID、NUMBER:ID 或 NUMBER:ID:NAME，如 24:my_saas:我的应用",
                    "--platform [" + text + "]: must be ID, NUMBER:ID or NUMBER:ID:NAME, such as 24:my_saas:我的应用");
        }
        boolean named = parts.length == 3 && !parts[2].isBlank();
        return new PlatformRow(
                numbered ? Integer.valueOf(parts[0]) : null,
                id,
                named ? CatalogImport.productName(parts[2].strip()) : null);
    }
}
