package io.github.bkerrcode.code;

import org.jspecify.annotations.Nullable;

/**
 * A part of a platform that its numbers name by further leading digits: {@code 1306} is the ESB of PaaS 2.0, {@code 1250}
 * what fails in JOB because Redis failed.
 *
 * @param prefix the leading digits, three to six of them
 * @param name the part's name
 * @param system the system that failed when a code begins like this, or null if the number does not say
 */
public record CodeModule(
        String prefix, LocalizedText name, @Nullable String system) {}
