package io.github.bkerrcode.enrich;

import io.github.bkerrcode.scan.RuleSet;
import io.github.bkerrcode.scan.RuleSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The built-in rules with files of rules in front that may change while the program runs. While a file is broken or missing, its last good
 * rules stay; if it never had any, it is left out. Files of rules are small, so they are read at each look and compared as text.
 *
 * <p>For one thread at a time.
 */
final class ReloadingRules {

    private final List<RuleFile> files;
    private final Consumer<String> problems;
    private RuleSet current = RuleSet.builtIn();

    /** One file, and what it held when it was last good. */
    private static final class RuleFile {

        private final Path path;
        private @Nullable String text;
        private @Nullable RuleSet rules;
        private @Nullable String reported;

        private RuleFile(Path path) {
            this.path = path;
        }
    }

    /**
     * Reads the rules for the first time.
     *
     * @param paths the rules of earlier files decide before those of later ones
     * @param problems is told why a file could not be used: again only when the reason is another one, or it was good in between
     */
    ReloadingRules(List<Path> paths, Consumer<String> problems) {
        this.files = paths.stream().map(RuleFile::new).toList();
        this.problems = problems;
        refresh();
    }

    RuleSet current() {
        return current;
    }

    /** Takes over what changed; if nothing did, {@link #current} stays the same object. */
    void refresh() {
        boolean changed = false;
        for (RuleFile file : files) {
            changed |= refresh(file);
        }
        if (changed) {
            current = together();
        }
    }

    private boolean refresh(RuleFile file) {
        try {
            String text = Files.readString(file.path);
            boolean changed = !text.equals(file.text);
            if (changed) {
                file.rules = RuleSet.parse(text, file.path.toString());
                file.text = text;
            }
            file.reported = null;
            return changed;
        } catch (NoSuchFileException e) {
            report(file, file.path + ": no such file");
        } catch (IOException e) {
            report(file, file.path + " cannot be read: " + e);
        } catch (RuleSyntaxException e) {
            report(file, String.valueOf(e.getMessage()));
        }
        return false;
    }

    private void report(RuleFile file, String reason) {
        if (!Objects.equals(reason, file.reported)) {
            file.reported = reason;
            problems.accept(
                    "rules " + reason + (file.rules == null ? "; they are left out" : "; the last good ones stay"));
        }
    }

    private RuleSet together() {
        RuleSet all = RuleSet.builtIn();
        for (int i = files.size() - 1; i >= 0; i--) {
            RuleSet rules = files.get(i).rules;
            if (rules != null) {
                all = rules.followedBy(all);
            }
        }
        return all;
    }
}
