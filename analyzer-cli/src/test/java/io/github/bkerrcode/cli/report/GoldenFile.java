package io.github.bkerrcode.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares texts with files that were read and approved by a person. */
public final class GoldenFile {

    private static final String UPDATE_PROPERTY = "golden.update";
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");

    private GoldenFile() {}

    /** Fails unless the text is what the file holds; with {@code -Dgolden.update=true} writes the file instead. */
    public static void assertMatches(String name, String text) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as(
                        "differs from %s; if it should, run the tests with -D%s=true and read what changed",
                        file, UPDATE_PROPERTY)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
