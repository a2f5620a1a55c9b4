package io.github.bkerrcode.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAware;
import io.github.bkerrcode.event.ComponentContext;
import org.jspecify.annotations.Nullable;

/** A component of a Logback configuration: properties are those of its context, what is said becomes a status of the component. */
record LogbackComponent(ContextAware owner) implements ComponentContext {

    @Override
    public @Nullable String property(String name) {
        Context context = owner.getContext();
        return context == null ? null : context.getProperty(name);
    }

    @Override
    public String label(String setting) {
        return "<" + setting + ">";
    }

    @Override
    public void info(String message) {
        owner.addInfo(message);
    }

    @Override
    public void warn(String message) {
        owner.addWarn(message);
    }

    @Override
    public void error(String message) {
        owner.addError(message);
    }

    @Override
    public void error(String message, Throwable cause) {
        owner.addError(message, cause);
    }
}
