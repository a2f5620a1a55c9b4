package io.github.bkerrcode.cli.imports;

/** A file that cannot be read, or not to its end. The message says why and what to do; the place says where. */
final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    ImportException(Place place, String reason) {
        super(reason);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
