package io.github.bkerrcode.batch;

import io.github.bkerrcode.input.LineBuffer;
import io.github.bkerrcode.input.LineReader;
import io.github.bkerrcode.scan.InPlaceScanner;
import io.github.bkerrcode.scan.internal.BlockScanner;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/** What a worker needs for a source and uses again for the next one. For one thread at a time. */
final class Workbench {

    private final ScanSettings settings;
    private final LineBuffer memory = new LineBuffer();
    private final Map<Charset, CodeSearch> searches = new HashMap<>();

    Workbench(ScanSettings settings) {
        this.settings = settings;
    }

    /** What finds and confirms codes in bytes of a charset. */
    record CodeSearch(LineReader.Finder finder, InPlaceScanner scanner) {}

    /** Memory for one reader at a time. */
    LineBuffer memory() {
        return memory;
    }

    /** Returns what searches a source; what it did for the one before does not matter any more. */
    CodeSearch search(Charset charset) {
        CodeSearch search = searches.get(charset);
        if (search == null) {
            search = newSearch(charset);
            searches.put(charset, search);
        }
        search.finder().forget();
        return search;
    }

    private CodeSearch newSearch(Charset charset) {
        InPlaceScanner scanner = settings.scanner().inPlace(charset);
        BlockScanner blocks =
                new BlockScanner(settings.known(), scanner, settings.codeBytes(), TrailBytes.mayBeAscii(charset));
        return new CodeSearch(new BlockFinder(blocks), scanner);
    }
}
