package io.github.bkerrcode.benchmarks;

import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.log4j2.ErrorCodePatternConverter;
import io.github.bkerrcode.log4j2.ErrorCodeRewritePolicy;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What turning one event into text costs the thread that logs, with a message of 200 characters, in an event and a message that Log4j uses
 * again and again.
 *
 * <pre>{@code
 * benchmarks/run Log4j2Benchmark
 * }</pre>
 *
 * <p>{@link #converter} and {@link #policy} are what the library claims: not a byte for an event without a code. The others are whole lines,
 * so {@link #message} is what to subtract.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Log4j2Benchmark {

    /** What the message holds. */
    public enum Kind {
        /** Nothing that could be a code. */
        NONE(Lines.NONE),
        /** One code. */
        CODE(Lines.CODE);

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    /** An event, and the text that belongs behind its message. */
    @State(Scope.Benchmark)
    public abstract static class Event {

        /** What the message holds. */
        @Param
        public Kind event = Kind.NONE;

        final MutableLogEvent logged = new MutableLogEvent();
        final StringBuilder text = new StringBuilder(1_024);

        /** Fills the event and makes sure that what is measured gives the right text. */
        @Setup
        public void prepare() {
            logged.setLoggerName("com.example.app.HostService");
            logged.setLevel(Level.WARN);
            logged.setThreadName("worker-17");
            Message message = ReusableMessageFactory.INSTANCE.newMessage(event.message);
            logged.setMessage(message);
            ReusableMessageFactory.release(message);
            String actual = write().toString();
            if (!actual.equals(expected())) {
                throw new IllegalStateException("expected [" + expected() + "] but got [" + actual + "]");
            }
        }

        abstract String expected();

        abstract StringBuilder write();

        /** What the library is to append. */
        String meaning() {
            if (event == Kind.NONE) {
                return "";
            }
            if (Catalog.builtIn().resolve(Lines.TOKEN) instanceof Resolution.Listed listed) {
                return " [" + Lines.TOKEN + " " + listed.headline().in(Language.ZH) + "]";
            }
            throw new IllegalStateException(Lines.TOKEN + " is not listed");
        }
    }

    /** A layout as an application has it. */
    public abstract static class Line extends Event {

        private final PatternLayout layout;

        Line(String pattern) {
            this.layout = PatternLayout.newBuilder()
                    .setPattern(pattern)
                    .setConfiguration(new DefaultConfiguration())
                    .build();
        }

        @Override
        StringBuilder write() {
            text.setLength(0);
            layout.serialize(logged, text);
            return text;
        }
    }

    /** The message and nothing else. */
    public static class MessageLine extends Line {

        /** Called by JMH. */
        public MessageLine() {
            super("%msg");
        }

        @Override
        String expected() {
            return event.message;
        }
    }

    /** The message and what its codes mean. */
    public static class ErrorCodeLine extends Line {

        /** Called by JMH. */
        public ErrorCodeLine() {
            super("%msg%errcode");
        }

        @Override
        String expected() {
            return event.message + meaning();
        }
    }

    /** The message with meanings at the end of each line. */
    public static class EnrichedLine extends Line {

        /** Called by JMH. */
        public EnrichedLine() {
            super("%enrich{%msg}");
        }

        @Override
        String expected() {
            return event.message + meaning();
        }
    }

    /** The message with a mark behind seven digits, by what Log4j has for such things. */
    public static class ReplaceLine extends Line {

        /** Called by JMH. */
        public ReplaceLine() {
            super("%replace{%msg}{([0-9]{7})}{$1!}");
        }

        @Override
        String expected() {
            return event.message.replace(Lines.TOKEN, Lines.TOKEN + "!");
        }
    }

    /** The converter alone, without the layout around it. */
    public static class Converter extends Event {

        private final ErrorCodePatternConverter converter = ErrorCodePatternConverter.newInstance(null, null);

        @Override
        String expected() {
            return meaning();
        }

        @Override
        StringBuilder write() {
            text.setLength(0);
            converter.format(logged, text);
            return text;
        }
    }

    /** The rewrite policy alone. */
    public static class Policy extends Event {

        private final ErrorCodeRewritePolicy policy =
                ErrorCodeRewritePolicy.newBuilder().build();

        @Override
        String expected() {
            return event == Kind.NONE ? "" : Lines.TOKEN;
        }

        @Override
        StringBuilder write() {
            text.setLength(0);
            String code = policy.rewrite(logged).getContextData().getValue("errcode.code");
            return code == null ? text : text.append(code);
        }
    }

    /** {@code %msg}: what the others are compared with. */
    @Benchmark
    public StringBuilder message(MessageLine line) {
        return line.write();
    }

    /** {@code %msg%errcode}. */
    @Benchmark
    public StringBuilder errcode(ErrorCodeLine line) {
        return line.write();
    }

    /** {@code %enrich{%msg}}. */
    @Benchmark
    public StringBuilder enrich(EnrichedLine line) {
        return line.write();
    }

    /** {@code %replace{%msg}{...}} of Log4j. */
    @Benchmark
    public StringBuilder replace(ReplaceLine line) {
        return line.write();
    }

    /** {@link ErrorCodePatternConverter#format}. */
    @Benchmark
    public StringBuilder converter(Converter converter) {
        return converter.write();
    }

    /** {@link ErrorCodeRewritePolicy#rewrite}. */
    @Benchmark
    public LogEvent policy(Policy policy) {
        return policy.policy.rewrite(policy.logged);
    }
}
