package io.github.bkerrcode.cli.imports;

import io.github.bkerrcode.code.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an import: how many rows were read, what became of them, and why some became nothing. Keeps the first {@value #MAX_REMARKS}
 * remarks and counts the others.
 */
public final class ImportReport {

    /** How many remarks are kept. */
    public static final int MAX_REMARKS = 100;

    /**
     * Something to say about a place.
     *
     * @param place where
     * @param reason what is wrong, and what to do where something can be done; in English alone where it comes from below
     */
    public record Remark(Place place, LocalizedText reason) {}

    /**
     * One file that was read.
     *
     * @param file its name
     * @param rows how many rows it has
     * @param entries how many entries are made of them, or completed
     */
    public record FileCount(String file, int rows, int entries) {}

    private final List<FileCount> files = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int rows;
    private int used;
    private int skipped;
    private int leftOut;
    private int lost;
    private int remarksLeftOut;

    ImportReport() {}

    void rowRead() {
        rows++;
    }

    void entryMade() {
        used++;
    }

    void skipped(Place place, LocalizedText reason) {
        skipped++;
        remark(place, reason);
    }

    void leftOut(Place place, LocalizedText reason) {
        leftOut++;
        remark(place, reason);
    }

    void lost(Place place, LocalizedText reason) {
        lost++;
        remark(place, reason);
    }

    void remark(Place place, LocalizedText reason) {
        if (remarks.size() < MAX_REMARKS) {
            remarks.add(new Remark(place, reason));
        } else {
            remarksLeftOut++;
        }
    }

    void fileRead(String file, int rowsBefore, int entriesBefore) {
        files.add(new FileCount(file, rows - rowsBefore, used - entriesBefore));
    }

    /** Returns how many rows were read. */
    public int rows() {
        return rows;
    }

    /** Returns how many entries rows were made into, a row of several codes counting for each; translations count too. */
    int used() {
        return used;
    }

    /** Returns how many rows say nothing that an entry could be made of. */
    public int skipped() {
        return skipped;
    }

    /** Returns how many rows say something of a code that no entry could be made of, such as a number without platform. */
    public int leftOut() {
        return leftOut;
    }

    /** Returns how many files, or parts of them, could not be read. */
    public int lost() {
        return lost;
    }

    /** Returns the files in the order they were read. */
    public List<FileCount> files() {
        return List.copyOf(files);
    }

    /** Returns what is to be said, in the order it was found. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Returns how many remarks were not kept. */
    public int remarksLeftOut() {
        return remarksLeftOut;
    }
}
