package io.github.bkerrcode.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which codes: platforms by their number, the categories of the numbering scheme, and the modules inside a
 * platform. Immutable and safe for use by several threads.
 */
public final class PlatformTable {

    private static final int PLATFORM_NUMBERS = 100;

    private final @Nullable Platform[] byNumber = new Platform[PLATFORM_NUMBERS];
    private final Map<String, Platform> byId = new LinkedHashMap<>();
    private final List<Platform> platforms;
    private final List<Category> categories;
    private final Map<String, CodeModule> modules = new HashMap<>();

    /**
     * Creates a table. Of two platforms with the same id or number, and of two modules with the same prefix, the later
     * stands.
     *
     * @throws IllegalArgumentException if a platform's number does not have one or two digits
     */
    public PlatformTable(
            Collection<Platform> platforms, Collection<Category> categories, Collection<CodeModule> modules) {
        for (Platform platform : platforms) {
            release(byId.put(platform.id(), platform));
            Integer number = platform.number();
            if (number != null) {
                if (number < 0 || number >= PLATFORM_NUMBERS) {
                    throw new IllegalArgumentException("platform number must have two digits [" + number + "]");
                }
                byNumber[number] = platform;
            }
        }
        this.platforms = List.copyOf(byId.values());
        this.categories = List.copyOf(categories);
        for (CodeModule module : modules) {
            this.modules.put(module.prefix(), module);
        }
    }

    /** Frees the number of a platform that is replaced by one with the same id. */
    private void release(@Nullable Platform replaced) {
        Integer number = replaced == null ? null : replaced.number();
        if (number != null && Objects.equals(byNumber[number], replaced)) {
            byNumber[number] = null;
        }
    }

    /** Returns the platforms in the order of the numbering scheme. */
    public List<Platform> platforms() {
        return platforms;
    }

    /** Returns the platform with this identifier, or null if there is none. */
    public @Nullable Platform byId(String id) {
        return byId.get(id);
    }

    /**
     * Returns the platform that owns numbers beginning with these two digits, or null if the number is not assigned.
     *
     * @param prefix any number; one that cannot be a prefix is simply not assigned
     */
    public @Nullable Platform byNumber(int prefix) {
        return prefix >= 0 && prefix < PLATFORM_NUMBERS ? byNumber[prefix] : null;
    }

    /** Returns the category whose range holds the platform number, or null if none does. */
    public @Nullable Category categoryOf(int prefix) {
        return categoryOf(prefix, categories);
    }

    /** Returns the first of the categories whose range holds the platform number, or null if none does. */
    public static @Nullable Category categoryOf(int prefix, Collection<Category> categories) {
        for (Category category : categories) {
            if (category.contains(prefix)) {
                return category;
            }
        }
        return null;
    }

    /**
     * Returns the module a number belongs to, the one with the longest prefix if several fit.
     *
     * @return the module, or null if the code is not numeric or no module is known for it
     */
    public @Nullable CodeModule moduleOf(ErrorCode code) {
        if (code.kind() != ErrorCode.Kind.NUMERIC) {
            return null;
        }
        for (int length = ErrorCode.DIGITS - 1; length > 0; length--) {
            CodeModule module = modules.get(code.token().substring(0, length));
            if (module != null) {
                return module;
            }
        }
        return null;
    }
}
