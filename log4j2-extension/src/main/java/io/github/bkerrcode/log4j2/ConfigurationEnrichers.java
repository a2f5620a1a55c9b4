package io.github.bkerrcode.log4j2;

import io.github.bkerrcode.event.SharedEnrichers;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.jspecify.annotations.Nullable;

/** The enrichers that the components of one configuration share. */
final class ConfigurationEnrichers {

    private static final String KEY = SharedEnrichers.class.getName();

    private ConfigurationEnrichers() {}

    /**
     * Returns those of a component's configuration; without a configuration, some of its own.
     *
     * @param component tells of catalogs that cannot be used, if it is the first one
     */
    static SharedEnrichers of(Log4jComponent component) {
        Configuration configuration = component.configuration();
        if (configuration == null) {
            return new SharedEnrichers(component, null);
        }
        synchronized (configuration) {
            SharedEnrichers known = configuration.getComponent(KEY);
            if (known != null) {
                return known;
            }
            SharedEnrichers created = new SharedEnrichers(component, schedule(configuration, component.context()));
            configuration.addComponent(KEY, created);
            return created;
        }
    }

    private static SharedEnrichers.@Nullable Schedule schedule(
            Configuration configuration, @Nullable LoggerContext context) {
        return context == null
                ? null
                : (interval, task) -> ContextScheduler.of(context).every(interval, configuration, task);
    }
}
