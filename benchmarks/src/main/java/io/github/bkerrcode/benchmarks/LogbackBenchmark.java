package io.github.bkerrcode.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.github.bkerrcode.catalog.Catalog;
import io.github.bkerrcode.catalog.Resolution;
import io.github.bkerrcode.code.Language;
import io.github.bkerrcode.logback.ErrorCodeConverter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What turning one event into text costs the thread that logs, with a message of 200 characters.
 *
 * <pre>{@code
 * benchmarks/run LogbackBenchmark
 * }</pre>
 *
 * <p>{@link #converter} is what the library claims: at most 60 ns and not a byte for an event without a code, at most 1 µs for one with a
 * code. The others are whole lines, so {@link #message} is what to subtract.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogbackBenchmark {

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

        final LoggerContext context = new LoggerContext();
        final LoggingEvent logged = new LoggingEvent();

        void fill() {
            logged.setLoggerName("com.example.app.HostService");
            logged.setLevel(Level.WARN);
            logged.setThreadName("worker-17");
            logged.setMessage(event.message);
        }

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

        void expect(String expected, String actual) {
            if (!actual.equals(expected)) {
                throw new IllegalStateException("expected [" + expected + "] but got [" + actual + "]");
            }
        }

        /** Lets the context's threads go. */
        @TearDown
        public void stop() {
            context.stop();
        }
    }

    /** A layout as an application has it, read from a configuration. */
    public abstract static class Line extends Event {

        private static final String CONFIGURATION = """
                <configuration>
                  <conversionRule conversionWord="errcode" class="%1$s" converterClass="%1$s"/>
                  <conversionRule conversionWord="regex" class="%2$s" converterClass="%2$s"/>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%3$s</pattern></encoder>
                  </appender>
                  <root level="info"><appender-ref ref="OUT"/></root>
                </configuration>
                """;

        /** Of an appender that is never asked to print. */
        private final Layout<ILoggingEvent> layout;

        Line(String pattern) {
            this.layout = configured(pattern);
        }

        private Layout<ILoggingEvent> configured(String pattern) {
            String xml = CONFIGURATION.formatted(
                    ErrorCodeConverter.class.getName(), RegexConverter.class.getName(), pattern);
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            try {
                configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            } catch (JoranException e) {
                throw new IllegalStateException(e);
            }
            for (Status status : context.getStatusManager().getCopyOfStatusList()) {
                if (status.getLevel() > Status.INFO) {
                    throw new IllegalStateException(status.toString());
                }
            }
            if (context.getLogger("ROOT").getAppender("OUT") instanceof OutputStreamAppender<ILoggingEvent> appender
                    && appender.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder) {
                return encoder.getLayout();
            }
            throw new IllegalStateException("there is no layout");
        }

        /** Fills the event and makes sure that what is measured gives the right text. */
        @Setup
        public void prepare() {
            fill();
            expect(expected(), text());
        }

        abstract String expected();

        String text() {
            return layout.doLayout(logged);
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

    /** The message with a mark behind seven digits, by what Logback has for such things. */
    public static class ReplaceLine extends Line {

        /** Called by JMH. */
        public ReplaceLine() {
            super("%replace(%msg){'([0-9]{7})', '$1!'}");
        }

        @Override
        String expected() {
            return event.message.replace(Lines.TOKEN, Lines.TOKEN + "!");
        }
    }

    /** The message and the text a map has for seven digits. */
    public static class RegexLine extends Line {

        /** Called by JMH. */
        public RegexLine() {
            super("%msg%regex");
        }

        @Override
        String expected() {
            return event.message + meaning();
        }
    }

    /** The converter alone, without the layout around it. */
    public static class Converter extends Event {

        private final ErrorCodeConverter converter = new ErrorCodeConverter();

        /** Starts the converter and makes sure that what is measured gives the right text. */
        @Setup
        public void prepare() {
            fill();
            converter.setContext(context);
            converter.start();
            expect(meaning(), converter.convert(logged));
        }
    }

    /** {@code %msg}: what the others are compared with. */
    @Benchmark
    public String message(MessageLine line) {
        return line.text();
    }

    /** {@code %msg%errcode}. */
    @Benchmark
    public String errcode(ErrorCodeLine line) {
        return line.text();
    }

    /** {@code %replace(%msg){...}} of Logback. */
    @Benchmark
    public String replace(ReplaceLine line) {
        return line.text();
    }

    /** {@code %msg} and {@link RegexConverter}. */
    @Benchmark
    public String regex(RegexLine line) {
        return line.text();
    }

    /** {@link ErrorCodeConverter#convert}. */
    @Benchmark
    public String converter(Converter converter) {
        return converter.converter.convert(converter.logged);
    }
}
