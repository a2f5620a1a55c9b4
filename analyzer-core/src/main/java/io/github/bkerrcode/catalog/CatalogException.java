package io.github.bkerrcode.catalog;

/** A catalog document that cannot be used. The message names the file, the line, the entry and the reason. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(String source, int line, String place, String reason) {
        super(source + ":" + line + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }

    CatalogException(String source, String reason) {
        super(source + ": " + reason);
    }

    CatalogException(String source, String reason, Throwable cause) {
        super(source + ": " + reason, cause);
    }
}
