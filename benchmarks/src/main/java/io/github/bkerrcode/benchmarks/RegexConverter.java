package io.github.bkerrcode.benchmarks;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one would write without the library: seven digits, looked up in a map. Takes every number for a code that is listed, so what it
 * prints is often wrong; it stands here for its speed. Public because Logback creates it.
 */
public final class RegexConverter extends ClassicConverter {

    private static final Pattern SEVEN_DIGITS = Pattern.compile("[0-9]{7}");

    private final Map<String, String> texts = new HashMap<>();

    /** Fills the map with the texts that the library's converter writes. */
    @Override
    public void start() {
        Catalog catalog = Catalog.builtIn();
        catalog.entries().forEach(entry -> {
            String token = entry.code().token();
            if (catalog.resolve(token) instanceof Resolution.Listed listed) {
                texts.put(token, " [" + token + " " + listed.headline().in(Language.ZH) + "]");
            }
        });
        super.start();
    }

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder found = null;
        Matcher matcher = SEVEN_DIGITS.matcher(event.getFormattedMessage());
        while (matcher.find()) {
            String text = texts.get(matcher.group());
            if (text != null) {
                found = found == null ? new StringBuilder() : found;
                found.append(text);
            }
        }
        return found == null ? "" : found.toString();
    }
}
