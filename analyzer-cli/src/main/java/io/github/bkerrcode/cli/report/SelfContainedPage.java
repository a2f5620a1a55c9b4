package io.github.bkerrcode.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An HTML page in one file. Its Content-Security-Policy allows the style and the scripts it was made of, by their SHA-256, and
 * nothing else: no other script, no network, no form.
 *
 * @param template the page, with places for {@code ${language}}, {@code ${policy}}, {@code ${style}}, {@code ${data}} and
 *     {@code ${scripts}}
 * @param style the text of its style element
 * @param scripts the texts of its script elements
 */
record SelfContainedPage(String template, String style, List<String> scripts) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

    /** Writes JSON that is fit for a script element. */
    interface Data {
        void write(Writer out) throws IOException;
    }

    /** Writes the page; what is put into one place is never searched for others. */
    void write(String language, Data data, Writer out) throws IOException {
        Matcher place = PLACE.matcher(template);
        int written = 0;
        while (place.find()) {
            out.write(template, written, place.start() - written);
            written = place.end();
            switch (place.group(1)) {
                case "language" -> out.write(language);
                case "policy" -> out.write(policy());
                case "style" -> out.write(style);
                case "data" -> data.write(out);
                case "scripts" -> out.write(scriptElements());
                default -> throw new IllegalStateException("the template has an unknown place " + place.group());
            }
        }
        out.write(template, written, template.length() - written);
    }

    private String policy() {
        String allowed = scripts.stream().map(SelfContainedPage::source).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + allowed + "; style-src " + source(style)
                + "; base-uri 'none'; form-action 'none'";
    }

    private String scriptElements() {
        return scripts.stream().map(script -> "<script>" + script + "</script>").collect(Collectors.joining("\n"));
    }

    /** The text as the policy names it. */
    static String source(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
