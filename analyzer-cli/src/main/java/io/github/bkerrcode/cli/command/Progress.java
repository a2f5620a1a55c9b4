package io.github.bkerrcode.cli.command;

import io.github.bkerrcode.code.Language;
import java.time.Duration;
import java.util.Locale;

/**
 * How far the work is.
 *
 * @param done bytes read
 * @param total bytes there are to read, or {@link #UNKNOWN}; may be less than were read if files have grown
 * @param elapsed the time it took
 */
record Progress(long done, long total, Duration elapsed) {

    /** Stands for a total that cannot be told, as of standard input. */
    static final long UNKNOWN = -1;

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    /**
     * Returns it in words, in less than 60 columns: {@code 12%, 1.2 GiB of 9.8 GiB, 640 MiB/s, 0:14 left} or {@code 12%，1.2 GiB / 9.8 GiB，640
     * MiB/s，剩余 0:14}.
     */
    String text(Language language) {
        double seconds = Math.max(1, elapsed.toMillis()) / 1e3;
        String rate = size(Math.round(done / seconds)) + "/s";
        if (total == UNKNOWN) {
            return size(done) + (language == Language.ZH ? "，" : ", ") + rate;
        }
        long last = Math.max(done, total);
        long percent = last == 0 ? 100 : (long) (100.0 * done / last);
        String left = done == 0 ? "" : time(Math.round(seconds * (last - done) / done));
        return switch (language) {
            case ZH ->
                percent + "%，" + size(done) + " / " + size(last) + "，" + rate + (left.isEmpty() ? "" : "，剩余 " + left);
            case EN ->
                percent + "%, " + size(done) + " of " + size(last) + ", " + rate
                        + (left.isEmpty() ? "" : ", " + left + " left");
        };
    }

    /** Three digits are enough to see it move. */
    private static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        String format = unit == 0 || size >= 99.95 ? "%.0f %s" : size >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, format, size, UNITS[unit]);
    }

    private static String time(long seconds) {
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }
}
