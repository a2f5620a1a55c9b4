package io.github.bkerrcode.batch;

import java.nio.charset.Charset;
import java.util.Locale;

/** What is known of the last bytes of a charset's characters. */
final class TrailBytes {

    private TrailBytes() {}

    /** Whether a character of several bytes may end in an ASCII letter or digit, as in GBK, GB18030, Big5 and Shift_JIS. */
    static boolean mayBeAscii(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        boolean keepsAsciiApart = name.equals("UTF-8")
                || name.equals("US-ASCII")
                || name.startsWith("ISO-8859-")
                || name.startsWith("WINDOWS-125")
                || name.startsWith("EUC-");
        return !keepsAsciiApart;
    }
}
