package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Platform;
import io.github.bkerrcode.summary.Summary.CodeSummary;
import io.github.bkerrcode.summary.Summary.PlatformSummary;
import java.util.List;

/**
 * Puts the texts of a catalog in the place of those a summary was written with. What the catalog does not have stays, and so
 * does the platform a code was counted for: its lines could not be told apart from those of other codes.
 *
 * @param catalog the one at hand
 */
record CatalogTexts(Catalog catalog) {

    PlatformSummary of(PlatformSummary told) {
        Platform platform = platform(told);
        List<CodeSummary> codes =
                told.codes().stream().map(code -> code(code, platform)).toList();
        return new PlatformSummary(platform, told.detections(), told.lines(), codes);
    }

    private Platform platform(PlatformSummary told) {
        String id = told.platform().id();
        Platform named = catalog.platforms().byId(id);
        if (named != null) {
            return named;
        }
        // A platform without a name is in no table, but its codes have it.
        return told.codes().stream()
                .map(code -> catalog.resolve(code.code().token()))
                .filter(Resolution.Known.class::isInstance)
                .map(known -> ((Resolution.Known) known).platform())
                .filter(owner -> owner.id().equals(id))
                .findFirst()
                .orElse(told.platform());
    }

    private CodeSummary code(CodeSummary told, Platform platform) {
        return new CodeSummary(
                resolution(told, platform),
                told.detections(),
                told.lines(),
                told.firstSeen(),
                told.lastSeen(),
                told.sample());
    }

    private Resolution.Known resolution(CodeSummary told, Platform platform) {
        Resolution known = catalog.resolve(told.code().token());
        if (known instanceof Resolution.Listed listed) {
            return new Resolution.Listed(listed.code(), platform, listed.anatomy(), listed.entries());
        }
        if (told.resolution() instanceof Resolution.Listed listed) {
            return new Resolution.Listed(listed.code(), platform, listed.anatomy(), listed.entries());
        }
        return known instanceof Resolution.Unlisted unlisted
                ? new Resolution.Unlisted(unlisted.code(), platform, unlisted.anatomy())
                : new Resolution.Unlisted(
                        told.code(), platform, told.resolution().anatomy());
    }
}
