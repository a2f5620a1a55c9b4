package io.github.bkerrcode.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What had no room: how often it occurred, and the first input by name in which it did. */
final class LeftOut {

    private long times;
    private @Nullable String firstInput;

    void add(String input, long occurrences) {
        times += occurrences;
        if (firstInput == null || input.compareTo(firstInput) < 0) {
            firstInput = input;
        }
    }

    void add(LeftOut other) {
        if (other.firstInput != null) {
            add(other.firstInput, other.times);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(firstInput == null ? 0 : times);
        if (firstInput != null) {
            Wire.writeText(firstInput, out);
        }
    }

    void read(DataInput in) throws IOException {
        times = in.readLong();
        firstInput = times == 0 ? null : Wire.readText(in);
    }

    long times() {
        return times;
    }

    /** Returns the input's name, or null if nothing was left out. */
    @Nullable
    String firstInput() {
        return firstInput;
    }
}
