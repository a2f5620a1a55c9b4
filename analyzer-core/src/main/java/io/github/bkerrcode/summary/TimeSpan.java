package io.github.bkerrcode.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earliest and the latest of the times it was shown. */
final class TimeSpan {

    private @Nullable Instant first;
    private @Nullable Instant last;

    void include(@Nullable Instant time) {
        if (time == null) {
            return;
        }
        if (first == null || time.isBefore(first)) {
            first = time;
        }
        if (last == null || time.isAfter(last)) {
            last = time;
        }
    }

    void include(TimeSpan other) {
        include(other.first);
        include(other.last);
    }

    void write(DataOutput out) throws IOException {
        Wire.writeTime(first, out);
        Wire.writeTime(last, out);
    }

    void read(DataInput in) throws IOException {
        first = Wire.readTime(in);
        last = Wire.readTime(in);
    }

    @Nullable
    Instant first() {
        return first;
    }

    @Nullable
    Instant last() {
        return last;
    }
}
