package io.github.bkerrcode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bkerrcode.catalog.CatalogFiles.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CatalogFilesTest {

    private static final String DOCUMENT =
            "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"piped\",\"entries\":[{\"code\":\"1199014\",\"meaning\":\"m\"}]}";
    private static final String REFUSED = ": is no regular file (a pipe or a device?); write it to a file first";

    @TempDir
    private Path directory;

    private Path pipe = Path.of("");

    @BeforeEach
    void makePipe() throws IOException, InterruptedException {
        pipe = directory.resolve("pipe.json");
        Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assumeThat(mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0)
                .isTrue();
    }

    @Test
    void pipeThatIsNamedIsReadWhereThatIsWanted() throws IOException, InterruptedException {
        Thread writer = new Thread(() -> {
            try {
                Files.writeString(pipe, DOCUMENT);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        List<CatalogDocument> documents = new CatalogFiles(List.of(pipe), Pipes.READ).read();
        writer.join();

        assertThat(documents)
                .singleElement()
                .satisfies(document -> assertThat(document.id()).isEqualTo("piped"));
    }

    @Test
    void pipeIsRefusedUnlessItIsWanted() {
        assertThatThrownBy(() -> new CatalogFiles(List.of(pipe)).read())
                .isInstanceOf(CatalogException.class)
                .hasMessage(pipe + REFUSED);
    }

    @Test
    void pipeThatADirectoryHoldsIsNeverWaitedFor() {
        assertThatThrownBy(() -> new CatalogFiles(List.of(directory), Pipes.READ).read())
                .isInstanceOf(CatalogException.class)
                .hasMessage(pipe + REFUSED);
    }
}
