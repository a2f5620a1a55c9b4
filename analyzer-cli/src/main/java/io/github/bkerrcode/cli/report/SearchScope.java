package io.github.bkerrcode.cli.report;

import io.github.bkerrcode.scan.Confidence;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run looked for, to be said where it found nothing. Immutable.
 *
 * @param charset of files without a byte order mark
 * @param minConfidence what is less sure does not count
 * @param since the earliest time that counts, or null for any
 * @param until the first time that does not count any more, or null for none
 * @param platforms ids of those that count; empty for all
 */
public record SearchScope(
        Charset charset,
        Confidence minConfidence,
        @Nullable Instant since,
        @Nullable Instant until,
        List<String> platforms) {

    /** Copies the platforms. */
    public SearchScope {
        platforms = List.copyOf(platforms);
    }
}
