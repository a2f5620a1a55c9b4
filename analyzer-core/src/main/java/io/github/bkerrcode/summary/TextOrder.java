package io.github.bkerrcode.summary;

import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.code.Platform;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides between two texts of one thing, which only summaries of different catalogs or languages have. The first in a
 * fixed order wins, so it makes no difference which summary came first.
 */
final class TextOrder {

    private TextOrder() {}

    @SuppressWarnings("ReferenceEquality") // The usual case, answered without comparing texts.
    static Platform first(Platform one, Platform other) {
        return one == other || Orders.PLATFORMS.compare(one, other) <= 0 ? one : other;
    }

    /** Listed before unlisted. */
    @SuppressWarnings("ReferenceEquality") // The usual case, answered without comparing texts.
    static Resolution.Known first(Resolution.Known one, Resolution.Known other) {
        return one == other || Orders.CODES.compare(one, other) <= 0 ? one : other;
    }

    /** Made when there are two texts: those of one catalog are the same object. */
    private static final class Orders {

        private static final Comparator<Platform> PLATFORMS = by((Platform platform) ->
                        platform.name().in(Language.ZH))
                .thenComparing(by(platform -> platform.name().in(Language.EN)))
                .thenComparing(Platform::number, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(by(platform ->
                        platform.category() == null ? null : platform.category().id()));

        private static final Comparator<Resolution.Known> CODES = Comparator.comparing(
                        (Resolution.Known code) -> code instanceof Resolution.Unlisted)
                .thenComparing(by(code -> code.meaning(Language.ZH)))
                .thenComparing(by(code -> code.meaning(Language.EN)))
                .thenComparing(by(code -> code.remediation(Language.ZH)))
                .thenComparing(by(code -> code.remediation(Language.EN)));

        private static <T> Comparator<T> by(Function<T, @Nullable String> text) {
            return Comparator.comparing(text, Comparator.nullsLast(Comparator.naturalOrder()));
        }
    }
}
