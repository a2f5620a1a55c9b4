package io.github.bkerrcode.event;

import org.jspecify.annotations.Nullable;

/** What surrounds a component in its logging framework: properties that count for all components, and a place for what is to be said. */
public interface ComponentContext extends StatusReporter {

    /** Returns a property that is set for all components; null if it is not. */
    @Nullable
    String property(String name);

    /** Returns how a setting is written in a configuration, for messages, such as {@code <lang>}. */
    String label(String setting);
}
