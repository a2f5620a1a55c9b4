package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;

/** A file that cannot be read, or not to its end. The reason says why and what to do; the place says where. */
final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final transient LocalizedText reason;

    ImportException(Place place, String zh, String en) {
        this(place, new LocalizedText(zh, en));
    }

    ImportException(Place place, LocalizedText reason) {
        super(reason.en());
        this.place = place;
        this.reason = reason;
    }

    /** A reason from below, which is told in English alone. */
    static ImportException of(Place place, String en) {
        return new ImportException(place, new LocalizedText(null, en));
    }

    Place place() {
        return place;
    }

    LocalizedText reason() {
        return reason;
    }
}
