package io.github.bkerrcode.cli.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets the program do something else than end when it is first asked to by Ctrl-C (SIGINT) or SIGTERM; asked again, it ends at once.
 * Not for use by several threads.
 *
 * <p>A shutdown hook would not do: while it waits, the JVM is deaf to a second signal. Where this Java gives no access to signals, or
 * an option keeps them from it (-Xrs), they end the program as they always do. Reflection, since naming the classes is a warning of the
 * compiler.
 */
final class EndSignals {

    private static final List<String> NAMES = List.of("INT", "TERM");

    /** The handler each signal had before. */
    private final Map<Object, Object> handlersBefore = new LinkedHashMap<>();

    private EndSignals() {}

    /**
     * Waits for signals.
     *
     * @param action what the first one does, on a thread of its own
     */
    static EndSignals first(Runnable action) {
        EndSignals signals = new EndSignals();
        try {
            signals.handle(action);
        } catch (ReflectiveOperationException e) {
            // The signals, or the rest of them, keep their meaning.
        }
        return signals;
    }

    private void handle(Runnable action) throws ReflectiveOperationException {
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object handler = Proxy.newProxyInstance(
                EndSignals.class.getClassLoader(), new Class<?>[] {handlerType}, new Asked(action));
        for (String name : NAMES) {
            Object signal = signalType().getConstructor(String.class).newInstance(name);
            handlersBefore.put(signal, handleMethod().invoke(null, signal, handler));
        }
    }

    /** What a signal does: the action at first, and the end of the program when it comes again. */
    private static final class Asked implements InvocationHandler {

        private final Runnable action;
        private final AtomicBoolean before = new AtomicBoolean();

        private Asked(Runnable action) {
            this.action = action;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
            if (before.getAndSet(true)) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            }
            action.run();
            return null;
        }
    }

    /** Gives the signals their former meaning. */
    void giveBack() {
        try {
            for (Map.Entry<Object, Object> before : handlersBefore.entrySet()) {
                handleMethod().invoke(null, before.getKey(), before.getValue());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a signal cannot be given back", e);
        }
    }

    private static Class<?> signalType() throws ClassNotFoundException {
        return Class.forName("sun.misc.Signal");
    }

    private static Method handleMethod() throws ReflectiveOperationException {
        return signalType().getMethod("handle", signalType(), Class.forName("sun.misc.SignalHandler"));
    }
}
