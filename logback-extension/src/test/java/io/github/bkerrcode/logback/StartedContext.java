package io.github.bkerrcode.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A Logback context of its own, configured from XML; knows the conversion words {@code %errcode} and {@code %enrich}. */
final class StartedContext implements AutoCloseable {

    /** Keeps the text that an encoder makes. */
    public static final class Lines extends OutputStreamAppender<ILoggingEvent> {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        @Override
        public void start() {
            setOutputStream(text);
            super.start();
        }

        String text() {
            return text.toString(StandardCharsets.UTF_8);
        }
    }

    static final String ERRCODE_FAILED = "Explaining error codes failed";

    private static final String WORDS = """
            <conversionRule conversionWord="errcode" class="io.github.bkerrcode.logback.ErrorCodeConverter"
                            converterClass="io.github.bkerrcode.logback.ErrorCodeConverter"/>
            <conversionRule conversionWord="enrich" class="io.github.bkerrcode.logback.EnrichingConverter"
                            converterClass="io.github.bkerrcode.logback.EnrichingConverter"/>
            """;

    private final LoggerContext context = new LoggerContext();

    private StartedContext() {}

    /** Starts a context. */
    static StartedContext of(String xml) {
        StartedContext started = new StartedContext();
        started.context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(started.context);
        String whole = "<configuration>" + WORDS + xml + "</configuration>";
        try {
            configurator.doConfigure(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (JoranException e) {
            throw new IllegalArgumentException(whole, e);
        }
        return started;
    }

    /** The XML of an appender named {@code OUT} whose lines have a pattern. */
    static String lines(String pattern) {
        return """
        <appender name="OUT" class="%s"><encoder><pattern>%s</pattern><charset>UTF-8</charset></encoder></appender>
        """.formatted(Lines.class.getName(), pattern);
    }

    /** The XML of a root logger with appenders. */
    static String root(String... appenders) {
        StringBuilder root = new StringBuilder("<root level=\"trace\">");
        for (String appender : appenders) {
            root.append(ref(appender));
        }
        return root.append("</root>").toString();
    }

    /** The XML that names an appender. */
    static String ref(String appender) {
        return "<appender-ref ref=\"" + appender + "\"/>";
    }

    LoggerContext context() {
        return context;
    }

    Logger logger() {
        return context.getLogger("app");
    }

    /** The appender of a name, wherever it is attached. */
    <T extends Appender<ILoggingEvent>> T appender(String name, Class<T> type) {
        Appender<ILoggingEvent> found = find(name, context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
        if (found == null) {
            throw new IllegalArgumentException("no appender " + name);
        }
        return type.cast(found);
    }

    private static @Nullable Appender<ILoggingEvent> find(String name, AppenderAttachable<?> place) {
        for (Iterator<?> all = place.iteratorForAppenders(); all.hasNext(); ) {
            @SuppressWarnings("unchecked")
            Appender<ILoggingEvent> one = (Appender<ILoggingEvent>) all.next();
            if (name.equals(one.getName())) {
                return one;
            }
            Appender<ILoggingEvent> inner = one instanceof AppenderAttachable<?> outer ? find(name, outer) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    /** The text of the appender {@code OUT}. */
    String output() {
        return appender("OUT", Lines.class).text();
    }

    /** The events of the {@code ListAppender} named {@code LIST}. */
    @SuppressWarnings("unchecked")
    List<ILoggingEvent> events() {
        return ((ListAppender<ILoggingEvent>) appender("LIST", ListAppender.class)).list;
    }

    /** What the statuses of level WARN and ERROR say. */
    List<String> problems() {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getEffectiveLevel() >= Status.WARN)
                .map(Status::getMessage)
                .toList();
    }

    /** What the statuses of level WARN and ERROR that contain a text say. */
    List<String> problems(String text) {
        return problems().stream().filter(problem -> problem.contains(text)).toList();
    }

    /** Gives a file another text at one blow, as those do who change files that are in use. */
    static void replace(Path file, String text) throws IOException {
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits for something that another thread brings about. */
    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** Stops before the end of a test; what stands in queues is worked off. */
    void stop() {
        context.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
