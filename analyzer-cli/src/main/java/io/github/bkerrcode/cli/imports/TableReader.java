package io.github.bkerrcode.cli.imports;

/** Finds the rows of error tables in files of one format. */
interface TableReader {

    /**
     * Reads a file to its end.
     *
     * @throws ImportException if the file is not of this format from some place on; what came before has been handed over
     */
    void read(SourceText source, RowSink rows);
}
