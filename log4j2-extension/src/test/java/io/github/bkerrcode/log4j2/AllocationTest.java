package io.github.bkerrcode.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** An event without a code leaves no garbage, whatever kind of message it has. */
class AllocationTest {

    private static final int EVENTS = 10_000;
    private static final String TEXT = "synchronized 1234 hosts of business 56 in 7890 ms, took 1301002 us";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static LogEvent event(Message message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName("com.example.App")
                .setLevel(Level.INFO)
                .setMessage(message)
                .build();
    }

    private static LogEvent reused() {
        MutableLogEvent event = new MutableLogEvent();
        event.setLoggerName("com.example.App");
        event.setLevel(Level.INFO);
        Message message = ReusableMessageFactory.INSTANCE.newMessage("took {} us", (Object) "1301002");
        event.setMessage(message);
        ReusableMessageFactory.release(message);
        return event;
    }

    private void assertAllocatesNothing(Runnable task) {
        for (int i = 0; i < EVENTS; i++) {
            task.run();
        }
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < EVENTS; i++) {
            task.run();
        }
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        // The measurement itself allocates a little; one object per event would be 160,000 bytes.
        assertThat(allocated).isLessThan(16L * EVENTS / 2);
    }

    private void assertAllocatesNothing(LogEvent event) {
        ErrorCodePatternConverter converter = ErrorCodePatternConverter.newInstance(null, null);
        EnrichingPatternConverter enriching = Objects.requireNonNull(
                EnrichingPatternConverter.newInstance(new DefaultConfiguration(), new String[] {"%logger%n"}));
        ErrorCodeRewritePolicy policy = ErrorCodeRewritePolicy.newBuilder().build();
        ErrorCodeFilter filter = ErrorCodeFilter.newBuilder().build();
        ErrorCodeTally tally = ErrorCodeTally.newBuilder().build();
        StringBuilder text = new StringBuilder(1_024);

        assertAllocatesNothing(() -> {
            text.setLength(0);
            converter.format(event, text);
            enriching.format(event, text);
            assertSame(event, policy.rewrite(event));
            assertSame(Filter.Result.DENY, filter.filter(event));
            tally.append(event);
        });
        assertThat(text.toString().strip()).isEqualTo("com.example.App");
        assertThat(tally.getEvents()).isEqualTo(2 * EVENTS);
    }

    /** Without what an assertion library allocates. */
    private static void assertSame(Object expected, Object actual) {
        if (expected != actual) {
            throw new AssertionError(actual);
        }
    }

    @Test
    void simpleMessage() {
        assertAllocatesNothing(event(new SimpleMessage(TEXT)));
    }

    @Test
    void messageWithParameters() {
        assertAllocatesNothing(event(new ParameterizedMessage("took {} us in {}", "1301002", "all")));
    }

    @Test
    void reusedEvent() {
        assertAllocatesNothing(reused());
    }

    @Test
    void reusableMessageOfAFilterIsLetGo() {
        ErrorCodeFilter filter = ErrorCodeFilter.newBuilder().build();
        try (StartedContext log4j = StartedContext.pattern("%msg")) {
            Logger logger = log4j.logger();
            Object[] parameters = {"1301002"};
            assertAllocatesNothing(() -> filter.filter(logger, Level.INFO, null, "took {} us", parameters));
        }
    }
}
