package io.github.bkerrcode.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Surroundings of a component that are nobody's framework, and remember what is said. */
final class RecordingContext implements ComponentContext {

    private final Map<String, String> properties = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    RecordingContext with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** What was said, each with its kind in front. */
    List<String> said() {
        return said;
    }

    @Override
    public @Nullable String property(String name) {
        return properties.get(name);
    }

    @Override
    public String label(String setting) {
        return "(" + setting + ")";
    }

    @Override
    public void info(String message) {
        said.add("info " + message);
    }

    @Override
    public void warn(String message) {
        said.add("warn " + message);
    }

    @Override
    public void error(String message) {
        said.add("error " + message);
    }

    @Override
    public void error(String message, Throwable cause) {
        said.add("error " + message + " " + cause.getMessage());
    }
}
