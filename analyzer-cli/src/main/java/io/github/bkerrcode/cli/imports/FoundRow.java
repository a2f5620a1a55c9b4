package io.github.bkerrcode.cli.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an error table as a reader found it, before anything is made of it.
 *
 * @param place where it stands
 * @param code what its code cell says
 * @param section the heading or the keys above it, or null
 * @param cells what else it says; a field may stand several times
 * @param steps the steps of a runbook, in their order
 */
record FoundRow(Place place, CodeCell code, @Nullable String section, List<Cell> cells, List<String> steps) {

    FoundRow(Place place, CodeCell code, @Nullable String section, List<Cell> cells) {
        this(place, code, section, cells, List.of());
    }
}
