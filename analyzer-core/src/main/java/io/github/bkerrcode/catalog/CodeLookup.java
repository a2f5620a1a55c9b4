package io.github.bkerrcode.catalog;

/** Resolves what was logged, or typed by a person. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface CodeLookup {

    /**
     * Says what is known of a token.
     *
     * @param token a number, a symbolic name, a flag, {@code -1} or {@code 0}; anything else is unknown
     * @return never null
     */
    Resolution resolve(String token);
}
