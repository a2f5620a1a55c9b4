package io.github.bkerrcode.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to a worker needs no file there. */
class SharedEngineTest {

    @TempDir
    private Path directory;

    @Test
    void workerWithoutTheFilesHasTheSameCatalogAndRules() throws Exception {
        Path catalog = Files.writeString(
                directory.resolve("mine.json"),
                "{\"schema\":\"bk-errcode/catalog/1\",\"document\":\"mine\",\"title\":\"mine\",\"entries\":"
                        + "[{\"code\":\"1301777\",\"meaning\":\"我的\"}]}");
        Path rules = Files.writeString(directory.resolve("my.rules"), "high mine listed my-code <code>\n");
        SharedEngine driver = SharedEngine.of(ErrorCodeOptions.defaults()
                .withCatalog(catalog.toString(), read("--catalog", catalog))
                .withRules(rules.toString(), read("--rules", rules)));
        Files.delete(catalog);
        Files.delete(rules);

        Engine worker = sent(driver).engine();

        assertThat(worker).isNotSameAs(driver.engine());
        assertThat(worker.scanner().detect("my-code 1301777")).hasSize(1);
        assertThat(worker.lookup().resolve("1301777"))
                .isInstanceOfSatisfying(
                        Resolution.Listed.class,
                        listed -> assertThat(listed.meaning(Language.ZH)).isEqualTo("我的"));
    }

    @Test
    void engineIsBuiltOnce() throws Exception {
        SharedEngine worker = sent(SharedEngine.of(ErrorCodeOptions.defaults()));

        assertThat(worker.engine()).isSameAs(worker.engine());
    }

    private static String read(String option, Path file) {
        return new DocumentFiles(option, new Configuration())
                .read(List.of(file.toString()))
                .get(0)
                .text();
    }

    private static SharedEngine sent(SharedEngine engine) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(engine);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SharedEngine) in.readObject();
        }
    }
}
