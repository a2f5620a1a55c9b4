package io.github.bkerrcode.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one would write in Java without the library: read lines, match a pattern, count. It finds what ripgrep finds with the pattern of
 * {@code compare.sh}, and stands beside the analyzer for its speed.
 */
public final class PlainRegex {

    /** No \b: in Java it may take ideographs for letters. */
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_])"
            + "(?:[0-9]{7}|E[0-9]{7}_[A-Z0-9_]+|APIGW_[A-Z0-9_]+|APIGATEWAY_[A-Z0-9_]+)"
            + "(?![A-Za-z0-9_])");

    private PlainRegex() {}

    /**
     * Prints one line for each different token: its count, a blank, the token; sorted by token.
     *
     * @param args the file to read, UTF-8
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: PlainRegex FILE");
            System.exit(2);
        }
        Map<String, Integer> counts = new TreeMap<>();
        try (BufferedReader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher matcher = TOKEN.matcher(line);
                while (matcher.find()) {
                    counts.merge(matcher.group(), 1, Integer::sum);
                }
            }
        }
        StringBuilder text = new StringBuilder();
        counts.forEach(
                (token, count) -> text.append(count).append(' ').append(token).append('\n'));
        System.out.print(text);
    }
}
