package io.github.bkerrcode.catalog;

import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.LocalizedText;
import io.github.bkerrcode.code.NumberAnatomy;
import io.github.bkerrcode.code.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a token. Immutable. */
public sealed interface Resolution {

    /** A code with a platform: listed or unlisted. */
    sealed interface Known extends Resolution {

        /** Returns the code. */
        ErrorCode code();

        /** Returns who owns the code. */
        Platform platform();

        /** Returns how the number is built, or null if the code is not numeric or no catalog at hand knows it. */
        @Nullable
        NumberAnatomy anatomy();

        /** Returns the code's text on one line: platform, meaning and remediation; rendered once. */
        LocalizedText headline();

        /** Returns what went wrong, or null if the catalog does not say. */
        @Nullable
        String meaning(Language language);

        /** Returns what to do, or null if the catalog does not say; the steps of a runbook on a line each. */
        @Nullable
        String remediation(Language language);
    }

    /**
     * A code the catalog has.
     *
     * @param entries its rows, at least one
     */
    record Listed(
            ErrorCode code,
            Platform platform,
            @Nullable NumberAnatomy anatomy,
            LocalizedText headline,
            List<CatalogEntry> entries)
            implements Known {

        /** Renders the headline of the platform and the entries. */
        public Listed(ErrorCode code, Platform platform, @Nullable NumberAnatomy anatomy, List<CatalogEntry> entries) {
            this(code, platform, anatomy, Headline.listed(platform, entries), entries);
        }

        /** Several meanings of one code are joined by {@code " / "}. */
        @Override
        public String meaning(Language language) {
            return JoinedTexts.meaning(entries, language);
        }

        /** Several remediations of one code are joined by {@code " / "}. */
        @Override
        public @Nullable String remediation(Language language) {
            return JoinedTexts.remediation(entries, language);
        }
    }

    /** A code the catalog does not have, though its platform is known. */
    record Unlisted(
            ErrorCode code, Platform platform, @Nullable NumberAnatomy anatomy, LocalizedText headline)
            implements Known {

        /** Renders the headline of the platform and the anatomy. */
        public Unlisted(ErrorCode code, Platform platform, @Nullable NumberAnatomy anatomy) {
            this(code, platform, anatomy, Headline.unlisted(platform, anatomy));
        }

        @Override
        public @Nullable String meaning(Language language) {
            return null;
        }

        @Override
        public @Nullable String remediation(Language language) {
            return null;
        }
    }

    /**
     * A token that is no code, or a number nobody owns.
     *
     * @param token what was asked for
     */
    record Unknown(String token) implements Resolution {}
}
