package io.github.bkerrcode.spark;

import io.github.bkerrcode.batch.LogScan.PartOutcome;
import io.github.bkerrcode.batch.MalformedLines;
import io.github.bkerrcode.summary.LineNumbering;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the parts of files, by the name of the file and the number of the part. As long as not all parts are there, a line's
 * number is that of its part followed by its own in the part, which is the right order: so tallies can be merged in any.
 */
final class PartLines {

    /** No part has so many lines: parts are of at most 2^40 bytes. */
    private static final int LINE_BITS = 40;

    /** The most parts that a file may have, so that no number runs over. */
    static final int MAX_PARTS = 1 << 22;

    private final Map<String, TreeMap<Integer, PartOutcome>> files = new HashMap<>();

    /** Returns by how much the lines of a part are moved until all parts are there. */
    static long provisionalOffset(int part) {
        return (long) part << LINE_BITS;
    }

    void add(String file, int part, PartOutcome outcome) {
        files.computeIfAbsent(file, name -> new TreeMap<>()).put(part, outcome);
    }

    void addAll(PartLines other) {
        other.files.forEach((file, parts) ->
                files.computeIfAbsent(file, name -> new TreeMap<>()).putAll(parts));
    }

    /** Returns how provisional numbers become those of the whole file; all parts must be there. */
    LineNumbering numbering() {
        Map<String, long[]> linesBefore = new HashMap<>();
        files.forEach((file, parts) -> linesBefore.put(file, linesBefore(parts)));
        return (file, line) -> {
            long[] before = linesBefore.get(file);
            return before == null ? line : before[(int) (line >>> LINE_BITS)] + (line & (1L << LINE_BITS) - 1);
        };
    }

    private static long[] linesBefore(SortedMap<Integer, PartOutcome> parts) {
        long[] before = new long[parts.lastKey() + 1];
        long lines = 0;
        for (Map.Entry<Integer, PartOutcome> part : parts.entrySet()) {
            before[part.getKey()] = lines;
            lines += part.getValue().lines();
        }
        return before;
    }

    /** Returns the malformed lines of each file, by its name. */
    Map<String, MalformedLines> malformed() {
        Map<String, MalformedLines> malformed = new HashMap<>();
        files.forEach((file, parts) -> {
            MalformedLines all = MalformedLines.NONE;
            long lines = 0;
            for (PartOutcome part : parts.values()) {
                all = all.and(part.malformed(), lines);
                lines += part.lines();
            }
            malformed.put(file, all);
        });
        return malformed;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(files.size());
        for (Map.Entry<String, TreeMap<Integer, PartOutcome>> file : files.entrySet()) {
            byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
            out.writeInt(name.length);
            out.write(name);
            out.writeInt(file.getValue().size());
            for (Map.Entry<Integer, PartOutcome> part : file.getValue().entrySet()) {
                out.writeInt(part.getKey());
                out.writeLong(part.getValue().lines());
                out.writeLong(part.getValue().malformed().count());
                out.writeLong(part.getValue().malformed().first());
            }
        }
    }

    static PartLines read(DataInput in) throws IOException {
        PartLines lines = new PartLines();
        for (int files = in.readInt(); files > 0; files--) {
            byte[] name = new byte[in.readInt()];
            in.readFully(name);
            TreeMap<Integer, PartOutcome> parts = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                parts.put(
                        in.readInt(),
                        new PartOutcome(in.readLong(), new MalformedLines(in.readLong(), in.readLong()), false));
            }
            lines.files.put(new String(name, StandardCharsets.UTF_8), parts);
        }
        return lines;
    }
}
