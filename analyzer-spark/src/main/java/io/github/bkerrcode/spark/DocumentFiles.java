package io.github.bkerrcode.spark;

import io.github.bkerrcode.input.IoReason;
import io.github.bkerrcode.spark.ErrorCodeOptions.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads catalogs and rules from any file system, where the driver runs.
 *
 * @param option with which they were given, for messages
 */
record DocumentFiles(String option, Configuration configuration) {

    private static final String CATALOG_SUFFIX = ".json";

    /**
     * Reads files, and of directories their {@code *.json} files by name.
     *
     * @throws UsageException if one cannot be read; names it
     */
    List<Document> read(List<String> paths) {
        List<Document> documents = new ArrayList<>();
        for (String path : paths) {
            try {
                Path place = LogFiles.place(path);
                FileSystem system = place.getFileSystem(configuration);
                FileStatus status = system.getFileStatus(place);
                if (!status.isDirectory()) {
                    documents.add(read(path, place, system));
                } else {
                    documents.addAll(readAll(path, place, system));
                }
            } catch (CharacterCodingException e) {
                throw new UsageException(option + " " + path + ": is not UTF-8 text");
            } catch (IOException e) {
                throw new UsageException(option + " " + path + ": " + IoReason.of(HadoopReason.of(e, path)));
            }
        }
        return documents;
    }

    private List<Document> readAll(String name, Path directory, FileSystem system) throws IOException {
        FileStatus[] files = system.listStatus(directory, file -> file.getName().endsWith(CATALOG_SUFFIX));
        if (files.length == 0) {
            throw new UsageException(option + " " + name + ": no *" + CATALOG_SUFFIX + " files in this directory");
        }
        Arrays.sort(files);
        List<Document> documents = new ArrayList<>();
        for (FileStatus file : files) {
            documents.add(read(name + "/" + file.getPath().getName(), file.getPath(), system));
        }
        return documents;
    }

    private static Document read(String name, Path file, FileSystem system) throws IOException {
        try (InputStream in = system.open(file)) {
            return new Document(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(in.readAllBytes()))
                            .toString());
        }
    }
}
