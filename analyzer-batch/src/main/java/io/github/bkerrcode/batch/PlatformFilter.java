package io.github.bkerrcode.batch;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.ErrorCode;
import io.github.bkerrcode.code.Platform;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Tells the codes of some platforms from others. */
public final class PlatformFilter {

    private PlatformFilter() {}

    /**
     * Returns what is true of codes of some platforms.
     *
     * @param ids of the platforms; none means all
     * @throws IllegalArgumentException if there is no such platform; the message is for the user and names those there are
     */
    public static Predicate<ErrorCode> of(Catalog catalog, Collection<String> ids) {
        if (ids.isEmpty()) {
            return new Every();
        }
        Set<String> wanted = new HashSet<>(ids);
        for (String id : ids) {
            if (catalog.platforms().byId(id) == null) {
                throw new IllegalArgumentException("--platform: unknown platform [" + id + "]; known are "
                        + String.join(
                                " ",
                                catalog.platforms().platforms().stream()
                                        .map(Platform::id)
                                        .toList()));
            }
        }
        return new Wanted(catalog, wanted);
    }

    private static final class Every implements Predicate<ErrorCode> {
        @Override
        public boolean test(ErrorCode code) {
            return true;
        }
    }

    private static final class Wanted implements Predicate<ErrorCode> {

        private final Catalog catalog;
        private final Set<String> platforms;

        private Wanted(Catalog catalog, Set<String> platforms) {
            this.catalog = catalog;
            this.platforms = platforms;
        }

        @Override
        public boolean test(ErrorCode code) {
            return catalog.resolve(code.token()) instanceof Resolution.Known known
                    && platforms.contains(known.platform().id());
        }
    }
}
