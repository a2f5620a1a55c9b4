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

        /** Returns the parameters of the meaning, such as <code>{0}</code>; empty for most codes. */
        MeaningParameters parameters();

        /**
         * Returns the same with values in place of the parameters of its meaning, in all languages, if texts from a log tell them: if they
         * hold the fixed text of the meaning, in any language, and wherever they do, with the same values. Nothing is ever guessed: where a
         * text does not say for certain where a value ends, the meaning stays as it is written.
         *
         * @param texts logged around the code, of some hundred characters each
         * @return this very object if there is nothing to fill
         */
        Known filledFrom(List<String> texts);
    }

    /**
     * A code the catalog has.
     *
     * @param entries its rows, at least one
     * @param parameters those of the meanings of its rows
     */
    record Listed(
            ErrorCode code,
            Platform platform,
            @Nullable NumberAnatomy anatomy,
            LocalizedText headline,
            List<CatalogEntry> entries,
            MeaningParameters parameters)
            implements Known {

        /** Renders the headline of the platform and the entries. */
        public Listed(ErrorCode code, Platform platform, @Nullable NumberAnatomy anatomy, List<CatalogEntry> entries) {
            this(code, platform, anatomy, Headline.listed(platform, entries), entries);
        }

        /** Finds the parameters in the meanings of the entries. */
        public Listed(
                ErrorCode code,
                Platform platform,
                @Nullable NumberAnatomy anatomy,
                LocalizedText headline,
                List<CatalogEntry> entries) {
            this(code, platform, anatomy, headline, entries, MeaningParameters.of(entries));
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

        @Override
        public Known filledFrom(List<String> texts) {
            if (parameters.isEmpty()) {
                return this;
            }
            List<CatalogEntry> filled = parameters.fill(entries, texts);
            return filled == entries ? this : new Listed(code, platform, anatomy, filled);
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

        @Override
        public MeaningParameters parameters() {
            return MeaningParameters.NONE;
        }

        @Override
        public Known filledFrom(List<String> texts) {
            return this;
        }
    }

    /**
     * A token that is no code, or a number nobody owns.
     *
     * @param token what was asked for
     */
    record Unknown(String token) implements Resolution {}
}
