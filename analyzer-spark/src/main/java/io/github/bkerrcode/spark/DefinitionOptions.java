package io.github.bkerrcode.spark;

import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.scan.Confidence;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** Options of every command that say what is a code; they are those of the command line. */
final class DefinitionOptions {

    @Option(
            names = "--catalog",
            paramLabel = "PATH",
            description =
                    "Further catalog documents (JSON), or directories of them; they come on top of the built-in ones. Only the"
                            + " driver needs them.")
    private List<String> catalogs = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Rules of your own; they decide before the built-in ones. Only the driver needs them.")
    private List<String> rules = new ArrayList<>();

    @Option(names = "--platform", paramLabel = "ID", split = ",", description = "Only codes of these platforms.")
    private List<String> platforms = new ArrayList<>();

    @Option(
            names = "--min-confidence",
            paramLabel = "low|medium|high",
            description = "Leave out detections of less confidence (default: ${DEFAULT-VALUE}).",
            defaultValue = "medium")
    private Confidence minConfidence = Confidence.MEDIUM;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = "Language of meanings (default: ${DEFAULT-VALUE}).",
            defaultValue = "zh")
    private Language language = Language.ZH;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description =
                    "Zone of times in the logs that do not name one, such as Asia/Shanghai; write --tz=+08:00 for an"
                            + " offset (default: the driver's).")
    private String zone = ZoneId.systemDefault().getId();

    ErrorCodeOptions options(Configuration configuration) {
        return new ErrorCodeOptions(
                new DocumentFiles("--catalog", configuration).read(catalogs),
                new DocumentFiles("--rules", configuration).read(rules),
                minConfidence,
                platforms,
                language,
                zone());
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--tz: [" + zone + "] is no time zone; give one such as Asia/Shanghai, UTC or +08:00");
        }
    }
}
