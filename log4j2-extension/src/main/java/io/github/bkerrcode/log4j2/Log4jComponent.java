package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.ComponentContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * A component of a Log4j configuration: properties are those of {@code <Properties>}, what is said goes to the status logger.
 *
 * @param name as the configuration names it, for messages
 * @param configuration null for a component that belongs to none
 */
record Log4jComponent(String name, @Nullable Configuration configuration) implements ComponentContext {

    @Override
    public @Nullable String property(String property) {
        if (configuration == null) {
            return null;
        }
        String value = configuration.getStrSubstitutor().replace("${" + property + ":-}");
        return value == null || value.isEmpty() ? null : value;
    }

    /** The context that the configuration belongs to; null if there is none. */
    @Nullable
    LoggerContext context() {
        return configuration == null ? null : configuration.getLoggerContext();
    }

    @Override
    public String label(String setting) {
        return setting;
    }

    @Override
    public void info(String message) {
        StatusLogger.getLogger().info("{}: {}", name, message);
    }

    @Override
    public void warn(String message) {
        StatusLogger.getLogger().warn("{}: {}", name, message);
    }

    @Override
    public void error(String message) {
        StatusLogger.getLogger().error("{}: {}", name, message);
    }

    @Override
    public void error(String message, Throwable cause) {
        StatusLogger.getLogger().error("{}: {}", name, message, cause);
    }
}
