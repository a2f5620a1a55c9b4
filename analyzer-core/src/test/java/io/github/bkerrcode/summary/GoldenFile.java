package io.github.bkerrcode.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text kept in {@code src/test/resources/golden}, which a reviewer has read, and which output is compared with. */
final class GoldenFile {

    private static final String UPDATE = "golden.update";
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

    private GoldenFile() {}

    /** Compares, or writes the file when the system property {@code golden.update} is {@code true}. */
    static void assertMatches(String name, String actual) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
            return;
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s; run the tests with -D%s=true to write it, then read what changed", file, UPDATE)
                .isEqualTo(actual);
    }
}
