package io.github.bkerrcode.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An engine that travels as its documents and is built where it is needed, once per process: what is broadcast is shared by all tasks
 * of a worker. Safe for several threads.
 */
final class SharedEngine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ErrorCodeOptions options;
    private transient @Nullable Engine engine;

    private SharedEngine(ErrorCodeOptions options, Engine engine) {
        this.options = options;
        this.engine = engine;
    }

    /**
     * Builds the engine here first, so that what is wrong with catalogs and rules is said before anything is sent.
     *
     * @throws IllegalArgumentException if something is; the message is for the user
     */
    static SharedEngine of(ErrorCodeOptions options) {
        return new SharedEngine(options, Engine.of(options));
    }

    synchronized Engine engine() {
        Engine built = engine;
        if (built == null) {
            built = Engine.of(options);
            engine = built;
        }
        return built;
    }
}
