package io.github.bkerrcode.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * An ordered list of rules that decide about candidates; the first that matches decides. Immutable and safe for use by several
 * threads.
 *
 * <p>The format of a rule file is described at the head of the built-in one, {@code builtin.rules}.
 */
public final class RuleSet {

    private static final String BUILT_IN = "builtin.rules";

    private final List<RuleMatcher> matchers;

    private RuleSet(List<RuleMatcher> matchers) {
        this.matchers = List.copyOf(matchers);
    }

    /** Returns the rules that come with the library. */
    public static RuleSet builtIn() {
        return Holder.BUILT_IN_RULES;
    }

    /**
     * Reads rules of one's own, to be put in front of the built-in ones by {@link #followedBy}.
     *
     * @param text the content of a rule file; patterns have the whole RE2 syntax
     * @param source the file's name, for messages
     * @throws RuleSyntaxException at the first line that is no rule; names file, line, rule and place
     */
    public static RuleSet parse(String text, String source) {
        return new RuleSet(List.of(new UserRules(RuleSetReader.read(text, source, UserRules.Compiled::of))));
    }

    /** Returns a rule set in which the rules of another come behind these: these decide first. */
    public RuleSet followedBy(RuleSet later) {
        List<RuleMatcher> all = new ArrayList<>(matchers);
        all.addAll(later.matchers);
        return new RuleSet(all);
    }

    /**
     * Builds now what is otherwise built when the first numbers come along, some 30 ms of work: for programs that have a thread to spare
     * while they load the catalog. Makes no difference to any decision; done again, it does nothing.
     */
    public void prepare() {
        for (RuleMatcher matcher : matchers) {
            matcher.prepare();
        }
    }

    List<RuleMatcher> matchers() {
        return matchers;
    }

    private static RuleSet readBuiltIn() {
        try (InputStream in = Objects.requireNonNull(RuleSet.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RuleSet(List.of(new BuiltInRules(RuleSetReader.read(text, BUILT_IN, new AsItIs()))));
        } catch (IOException e) {
            throw new UncheckedIOException(BUILT_IN + " cannot be read from the library", e);
        }
    }

    /** A class where a lambda would do: the first lambda of a program takes as long as reading all rules. */
    private static final class AsItIs implements Function<ScanRule, ScanRule> {
        @Override
        public ScanRule apply(ScanRule rule) {
            return rule;
        }
    }

    /** Reads the built-in rules when they are first asked for. */
    private static final class Holder {
        private static final RuleSet BUILT_IN_RULES = readBuiltIn();
    }
}
