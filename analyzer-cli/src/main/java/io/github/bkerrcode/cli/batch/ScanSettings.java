package io.github.bkerrcode.cli.batch;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.scan.CodeScanner;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * How sources are read.
 *
 * @param scanner confirms codes
 * @param wanted codes for which it is false are left out
 * @param charset the charset of sources without a byte order mark
 * @param zone the zone of times that do not name one
 */
public record ScanSettings(CodeScanner scanner, Predicate<ErrorCode> wanted, Charset charset, ZoneId zone) {}
