package io.github.bkerrcode.scan;

/** A rule file that cannot be used; the message names the file, the line and the reason. */
public final class RuleSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleSyntaxException(String source, int line, String reason) {
        super(source + ":" + line + ": " + reason);
    }
}
