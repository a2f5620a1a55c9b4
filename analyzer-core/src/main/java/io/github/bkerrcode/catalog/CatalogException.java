package io.github.bkerrcode.catalog;

/** A catalog document that cannot be used. The message names the file, the line, the entry and the reason. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final String reason;

    CatalogException(String source, int line, String place, String reason) {
        super(source + ":" + line + ": " + reason(place, reason));
        this.source = source;
        this.line = line;
        this.reason = reason(place, reason);
    }

    CatalogException(String source, String reason) {
        super(source + ": " + reason);
        this.source = source;
        this.line = 0;
        this.reason = reason;
    }

    CatalogException(String source, String reason, Throwable cause) {
        super(source + ": " + reason, cause);
        this.source = source;
        this.line = 0;
        this.reason = reason;
    }

    private static String reason(String place, String reason) {
        return place.isEmpty() ? reason : place + ": " + reason;
    }

    /** Returns the file, as it was named. */
    public String source() {
        return source;
    }

    /** Returns the line, from 1; 0 if it is the file as a whole. */
    public int line() {
        return line;
    }

    /** Returns the entry and the reason, without the place. */
    public String reason() {
        return reason;
    }
}
