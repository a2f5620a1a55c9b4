package io.github.bkerrcode.logback;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A logger context of a test's own, configured as an application would, and stopped behind the test. */
final class LogbackContexts implements AfterEachCallback {

    /** Keeps what an encoder writes. */
    public static final class Printed extends OutputStreamAppender<ILoggingEvent> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void start() {
            setOutputStream(bytes);
            super.start();
        }

        String text() {
            return bytes.toString(UTF_8);
        }
    }

    static final String PRINTED = "class=\"" + Printed.class.getName() + "\"";
    static final String LISTED = "class=\"" + ListAppender.class.getName() + "\"";
    static final String ENRICHING = "class=\"" + ErrorCodeAppender.class.getName() + "\"";

    private static final String RULES =
            rule("errcode", ErrorCodeConverter.class) + rule("enrich", EnrichingConverter.class);

    private final LoggerContext context = new LoggerContext();

    LogbackContexts() {
        context.setName("test");
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    private static String rule(String word, Class<?> converter) {
        String name = converter.getName();
        return "<conversionRule conversionWord=\"" + word + "\" class=\"" + name + "\" converterClass=\"" + name
                + "\"/>";
    }

    /** Configures the context by what stands inside {@code <configuration>}; both conversion words are there. */
    LogbackContexts start(String elements) {
        String xml = "<configuration>" + RULES + elements + "</configuration>";
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(UTF_8)));
        } catch (JoranException e) {
            throw new IllegalArgumentException(xml, e);
        }
        return this;
    }

    /** Everything goes through one pattern to {@link #printed()}. */
    LogbackContexts startPattern(String pattern) {
        return start(printing("OUT", pattern) + root("OUT"));
    }

    static String printing(String name, String pattern) {
        String escaped = pattern.replace("&", "&amp;").replace("<", "&lt;");
        return "<appender name=\"" + name + "\" " + PRINTED + "><encoder><charset>UTF-8</charset><pattern>" + escaped
                + "</pattern></encoder></appender>";
    }

    static String listing(String name) {
        return "<appender name=\"" + name + "\" " + LISTED + "/>";
    }

    /** An {@code ErrorCodeAppender} with its settings, in front of another appender. */
    static String enriching(String name, String settings, String ref) {
        return "<appender name=\"" + name + "\" " + ENRICHING + ">" + settings + ref(ref) + "</appender>";
    }

    /** An {@code AsyncAppender} that loses nothing and, when stopped, waits until everything is handed on. */
    static String async(String name, String ref) {
        return "<appender name=\"" + name + "\" class=\"ch.qos.logback.classic.AsyncAppender\">"
                + "<discardingThreshold>0</discardingThreshold><maxFlushTime>0</maxFlushTime>" + ref(ref)
                + "</appender>";
    }

    static String property(String name, String value) {
        return "<property scope=\"context\" name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    static String root(String ref) {
        return "<root level=\"trace\">" + ref(ref) + "</root>";
    }

    private static String ref(String name) {
        return "<appender-ref ref=\"" + name + "\"/>";
    }

    /** An event that no logger made. */
    static LoggingEvent event(String message) {
        return event("com.example.App", Level.INFO, message);
    }

    static LoggingEvent event(String logger, Level level, String message) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(level);
        event.setMessage(message);
        return event;
    }

    /** An event that fails when its logger or message is asked for. */
    static LoggingEvent failing(Throwable failure) {
        LoggingEvent event = new LoggingEvent() {
            @Override
            public String getLoggerName() {
                throw thrown(failure);
            }

            @Override
            public String getFormattedMessage() {
                throw thrown(failure);
            }
        };
        event.setLevel(Level.INFO);
        return event;
    }

    private static RuntimeException thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    LoggerContext context() {
        return context;
    }

    Logger logger() {
        return logger("com.example.App");
    }

    Logger logger(String name) {
        return context.getLogger(name);
    }

    String printed() {
        return ((Printed) appender("OUT")).text();
    }

    List<ILoggingEvent> events() {
        return ((ListAppender<ILoggingEvent>) appender("LIST")).list;
    }

    /** Returns the appender of a name, wherever it is attached. */
    Appender<ILoggingEvent> appender(String name) {
        Appender<ILoggingEvent> found = find(name, logger("ROOT"));
        if (found == null) {
            throw new NoSuchElementException(
                    name + "; " + context.getStatusManager().getCopyOfStatusList());
        }
        return found;
    }

    private static @Nullable Appender<ILoggingEvent> find(String name, AppenderAttachable<ILoggingEvent> parent) {
        for (Iterator<Appender<ILoggingEvent>> all = parent.iteratorForAppenders(); all.hasNext(); ) {
            Appender<ILoggingEvent> one = all.next();
            if (name.equals(one.getName())) {
                return one;
            }
            if (one instanceof AppenderAttachable<?>) {
                @SuppressWarnings("unchecked") // appenders of Logback Classic take its events
                Appender<ILoggingEvent> found = find(name, (AppenderAttachable<ILoggingEvent>) one);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Warnings and errors among the statuses of the context. */
    List<String> problems() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() >= Status.WARN)
                .map(Status::getMessage)
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        context.stop();
    }
}
