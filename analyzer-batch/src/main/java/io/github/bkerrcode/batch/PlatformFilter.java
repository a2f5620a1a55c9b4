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
            return code -> true;
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
        return code -> catalog.resolve(code.token()) instanceof Resolution.Known known
                && wanted.contains(known.platform().id());
    }
}
