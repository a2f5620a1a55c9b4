package io.github.bkerrcode.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final RecordingContext context = new RecordingContext();

    @Test
    void firstFailureIsSaid() {
        Guard guard = Guard.ofExplaining(context, "nothing is written");

        guard.caught(new IllegalStateException("one"));
        guard.caught(new StackOverflowError("two"));
        guard.caught(new AssertionError("three"));

        assertThat(context.said())
                .containsExactly("error Explaining error codes failed; nothing is written. Further failures are not"
                        + " reported. one");
    }

    @Test
    void errorsOfTheMachinePass() {
        Guard guard = new Guard(context, "it failed");

        assertThatThrownBy(() -> guard.caught(new OutOfMemoryError("none left")))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(context.said()).isEmpty();
    }

    @Test
    void failureThatCannotBeSaidIsSaidTheNextTime() {
        AtomicInteger times = new AtomicInteger();
        Guard guard = new Guard(
                new StatusReporter() {
                    @Override
                    public void info(String message) {}

                    @Override
                    public void warn(String message) {}

                    @Override
                    public void error(String message) {}

                    @Override
                    public void error(String message, Throwable cause) {
                        if (times.incrementAndGet() == 1) {
                            throw new StackOverflowError("no room");
                        }
                        context.error(message, cause);
                    }
                },
                "it failed");

        guard.caught(new IllegalStateException("one"));
        assertThat(context.said()).isEmpty();
        guard.caught(new IllegalStateException("two"));
        guard.caught(new IllegalStateException("three"));

        assertThat(context.said()).containsExactly("error it failed. Further failures are not reported. two");
    }
}
