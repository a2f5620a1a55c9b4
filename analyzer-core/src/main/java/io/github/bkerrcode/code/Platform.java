package io.github.bkerrcode.code;

import org.jspecify.annotations.Nullable;

/**
 * The owner of a code.
 *
 * @param id short identifier as in the numbering scheme, such as {@code job}; {@code apigw} for symbolic codes
 * @param number the two digits its codes begin with, or null if its codes are symbolic
 * @param name the product's name
 * @param category the range its number lies in, or null if it has none
 */
public record Platform(
        String id,
        @Nullable Integer number,
        LocalizedText name,
        @Nullable Category category) {}
