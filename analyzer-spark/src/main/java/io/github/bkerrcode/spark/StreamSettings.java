package io.github.bkerrcode.spark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is written.
 *
 * @param output directory of what is written
 * @param checkpoint directory of how far it is
 * @param window length of a window, as Spark reads intervals
 * @param watermark how late a line may come to count in its window
 * @param every how often to look for new lines; null to read what is there and end
 */
record StreamSettings(
        String output,
        String checkpoint,
        Format format,
        String window,
        String watermark,
        @Nullable String every) {

    /** Form of the files. */
    enum Format {
        JSON,
        PARQUET;

        /** Spark's name of it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
