package io.github.bkerrcode.code;

import org.jspecify.annotations.Nullable;

/**
 * A seven-digit number taken apart by the numbering scheme.
 *
 * @param prefix the first two digits: the platform's number
 * @param serial the other five digits, which the platform assigns itself
 * @param platform the owner, or null if the number is not assigned
 * @param category the range the platform's number lies in, or null if none does
 * @param module the part of the platform the digits name, or null if none is known; its {@code system} is the one that
 *     failed
 */
public record NumberAnatomy(
        String prefix,
        String serial,
        @Nullable Platform platform,
        @Nullable Category category,
        @Nullable CodeModule module) {

    /**
     * Takes a code apart.
     *
     * @return the anatomy, or null if the code is not numeric
     */
    public static @Nullable NumberAnatomy of(ErrorCode code, PlatformTable table) {
        if (code.kind() != ErrorCode.Kind.NUMERIC) {
            return null;
        }
        int prefix = code.prefix();
        return new NumberAnatomy(
                code.token().substring(0, 2),
                code.token().substring(2),
                table.byNumber(prefix),
                table.categoryOf(prefix),
                table.moduleOf(code));
    }
}
