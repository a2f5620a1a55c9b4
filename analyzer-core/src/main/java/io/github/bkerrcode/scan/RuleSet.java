package io.github.bkerrcode.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * An ordered list of rules that decide about candidates; the first that matches decides. Immutable.
 *
 * <p>The format of a rule file is described at the head of the built-in one, {@code builtin.rules}.
 */
public final class RuleSet {

    private static final String BUILT_IN = "builtin.rules";

    private final List<ScanRule> rules;

    RuleSet(List<ScanRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Returns the rules that come with the library. */
    public static RuleSet builtIn() {
        return Holder.BUILT_IN_RULES;
    }

    List<ScanRule> rules() {
        return rules;
    }

    private static RuleSet readBuiltIn() {
        try (InputStream in = Objects.requireNonNull(RuleSet.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return new RuleSet(RuleSetReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), BUILT_IN));
        } catch (IOException e) {
            throw new UncheckedIOException(BUILT_IN + " cannot be read from the library", e);
        }
    }

    /** Reads the built-in rules when they are first asked for. */
    private static final class Holder {
        private static final RuleSet BUILT_IN_RULES = readBuiltIn();
    }
}
