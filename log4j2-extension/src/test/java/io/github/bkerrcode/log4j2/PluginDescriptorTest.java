package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Log4j's annotation processor writes into the artifact; without it nobody would find our plugins. */
class PluginDescriptorTest {

    private static final String DESCRIPTOR = "META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat";
    private static final String METADATA =
            "META-INF/native-image/log4j-generated/io.github.bkerrcode/log4j2-extension/reflect-config.json";

    private static final Map<String, String> PLUGINS = Map.of(
            "converter/errcode", ErrorCodePatternConverter.class.getName(),
            "converter/enrich", EnrichingPatternConverter.class.getName(),
            "core/errorcoderewritepolicy", ErrorCodeRewritePolicy.class.getName(),
            "core/errorcodefilter", ErrorCodeFilter.class.getName(),
            "core/errorcodetally", ErrorCodeTally.class.getName(),
            "jsontemplateresolverfactory/errorcoderesolverfactory", ErrorCodeResolverFactory.class.getName(),
            "lookup/errcode", ErrorCodeLookup.class.getName());

    /** The resource beside our classes, not that of the tests or of Log4j. */
    private static URL ours(String resource) throws IOException {
        URL home = ErrorCodeTally.class.getProtectionDomain().getCodeSource().getLocation();
        return new URL(home, resource);
    }

    private static <T> T read(String resource, ThrowingFunction<T> reader) throws IOException {
        try (InputStream in = ours(resource).openStream()) {
            return reader.read(in);
        }
    }

    private interface ThrowingFunction<T> {
        T read(InputStream in) throws IOException;
    }

    /** In the format that Log4j's plugin cache has. */
    private static Map<String, String> plugins(InputStream in) throws IOException {
        Map<String, String> plugins = new HashMap<>();
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            int categories = data.readInt();
            for (int c = 0; c < categories; c++) {
                String category = data.readUTF();
                int entries = data.readInt();
                for (int e = 0; e < entries; e++) {
                    String key = data.readUTF();
                    plugins.put(category + "/" + key, data.readUTF());
                    data.readUTF();
                    data.readBoolean();
                    data.readBoolean();
                }
            }
        }
        return plugins;
    }

    @Test
    void descriptorNamesAllPlugins() throws IOException {
        assertThat(read(DESCRIPTOR, PluginDescriptorTest::plugins)).containsExactlyInAnyOrderEntriesOf(PLUGINS);
    }

    @Test
    void nativeImagesReachAllPlugins() throws IOException {
        List<String> reachable = new ArrayList<>();
        for (JsonNode type : read(METADATA, in -> new ObjectMapper().readTree(in))) {
            reachable.add(type.get("name").asText());
        }

        assertThat(reachable)
                .containsAll(PLUGINS.values())
                .contains(
                        CodeSettingsBuilder.class.getName(),
                        ErrorCodeFilter.Builder.class.getName(),
                        ErrorCodeRewritePolicy.Builder.class.getName(),
                        ErrorCodeTally.Builder.class.getName());
    }
}
