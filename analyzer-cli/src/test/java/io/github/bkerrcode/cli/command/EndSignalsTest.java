package io.github.bkerrcode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What signals do is tried on the program itself, in {@code ProgramIT}. */
class EndSignalsTest {

    @Test
    void signalsGetTheirFormerHandlersBack() throws Exception {
        List<String> before = handlers();
        EndSignals.first(() -> {}).giveBack();
        assertThat(handlers()).isEqualTo(before);
    }

    /** The handlers of both signals, in words since each call wraps them anew; the one way to learn them is to set others. */
    private static List<String> handlers() throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object standIn = handlerType.getField("SIG_DFL").get(null);
        List<String> handlers = new ArrayList<>();
        for (String name : List.of("INT", "TERM")) {
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            Object handler =
                    signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, standIn);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
            handlers.add(String.valueOf(handler));
        }
        return handlers;
    }
}
