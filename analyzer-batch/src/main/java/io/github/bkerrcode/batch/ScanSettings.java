package io.github.bkerrcode.batch;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.KnownCodes;
import io.github.bkerrcode.scan.CodeScanner;
import io.github.bkerrcode.scan.internal.CodeBytes;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * How sources are read.
 *
 * @param known the codes that exist, as the scanner knows them
 * @param scanner confirms codes
 * @param wanted codes for which it is false are left out
 * @param charset the charset of sources without a byte order mark
 * @param zone the zone of times that do not name one
 * @param window lines of other times are left out
 * @param codeBytes tells the bytes that codes are made of
 */
public record ScanSettings(
        KnownCodes known,
        CodeScanner scanner,
        Predicate<ErrorCode> wanted,
        Charset charset,
        ZoneId zone,
        TimeWindow window,
        CodeBytes codeBytes) {

    /** Settings for the fastest way to search bytes that this Java has. */
    public ScanSettings(
            KnownCodes known,
            CodeScanner scanner,
            Predicate<ErrorCode> wanted,
            Charset charset,
            ZoneId zone,
            TimeWindow window) {
        this(known, scanner, wanted, charset, zone, window, Kernel.fastest());
    }

    /** Settings under which lines of every time count. */
    public ScanSettings(
            KnownCodes known, CodeScanner scanner, Predicate<ErrorCode> wanted, Charset charset, ZoneId zone) {
        this(known, scanner, wanted, charset, zone, TimeWindow.ALWAYS);
    }
}
