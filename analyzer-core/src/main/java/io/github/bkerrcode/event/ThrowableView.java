package io.github.bkerrcode.event;

import org.jspecify.annotations.Nullable;

/**
 * How a logging framework's throwables are asked for what belongs to them.
 *
 * @param <T> type of its throwables
 */
public interface ThrowableView<T> {

    /** That of the JDK's throwables. */
    ThrowableView<Throwable> OF_JDK = new ThrowableView<>() {
        @Override
        public @Nullable String message(Throwable throwable) {
            return throwable.getMessage();
        }

        @Override
        public @Nullable Throwable cause(Throwable throwable) {
            return throwable.getCause();
        }

        @Override
        public Throwable @Nullable [] suppressed(Throwable throwable) {
            return throwable.getSuppressed();
        }
    };

    /** Returns the message; null if there is none. */
    @Nullable
    String message(T throwable);

    /** Returns the cause; null if there is none. */
    @Nullable
    T cause(T throwable);

    /** Returns what was suppressed; null or empty if nothing was. */
    T @Nullable [] suppressed(T throwable);
}
