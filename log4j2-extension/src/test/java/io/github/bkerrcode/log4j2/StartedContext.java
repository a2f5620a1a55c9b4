package io.github.bkerrcode.log4j2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;
import org.apache.logging.log4j.core.config.xml.XmlConfigurationFactory;
import org.apache.logging.log4j.core.config.yaml.YamlConfigurationFactory;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;

/** A logger context of a test's own, configured as an application would, and stopped behind the test. */
final class StartedContext implements AutoCloseable {

    /** How the loggers hand over events. */
    enum Loggers {
        SYNCHRONOUS,
        ALL_ASYNC;

        LoggerContext context() {
            return this == ALL_ASYNC ? new AsyncLoggerContext("test") : new LoggerContext("test");
        }
    }

    static final String FAILED = "Explaining error codes failed";
    static final String LISTED_PAAS = "{\"code\":1306201}";
    static final String LISTED_JOB = "{\"code\":1250001}";
    static final String UNLISTED_CMDB = "\"bk_error_code\":1199014";

    private final LoggerContext context;
    private final Problems problems = new Problems();

    private StartedContext(LoggerContext context) {
        this.context = context;
        StatusLogger.getLogger().registerListener(problems);
    }

    /** What the status logger says from level WARN on. */
    private static final class Problems implements StatusListener {

        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void log(StatusData data) {
            said.add(data.getMessage().getFormattedMessage());
        }

        @Override
        public Level getStatusLevel() {
            return Level.WARN;
        }

        @Override
        public void close() throws IOException {}
    }

    /** Everything goes to an appender {@code OUT} with this pattern. */
    static StartedContext pattern(String pattern) {
        return appenders(kept("OUT", pattern), "OUT");
    }

    /** Starts with the XML of appenders, some of which the root logger refers to. */
    static StartedContext appenders(String appenders, String... refs) {
        return xml("<Appenders>" + appenders + "</Appenders>" + root(refs));
    }

    /** Starts with what stands inside {@code <Configuration>}. */
    static StartedContext xml(String elements) {
        return xml(Loggers.SYNCHRONOUS, elements);
    }

    static StartedContext xml(Loggers loggers, String elements) {
        return start(loggers, new XmlConfigurationFactory(), "<Configuration>" + elements + "</Configuration>");
    }

    static StartedContext yaml(String text) {
        return start(Loggers.SYNCHRONOUS, new YamlConfigurationFactory(), text);
    }

    static StartedContext properties(String text) {
        return start(Loggers.SYNCHRONOUS, new PropertiesConfigurationFactory(), text);
    }

    private static StartedContext start(Loggers loggers, ConfigurationFactory factory, String text) {
        StartedContext started = new StartedContext(loggers.context());
        started.context.start(configuration(started.context, factory, text));
        return started;
    }

    private static Configuration configuration(LoggerContext context, ConfigurationFactory factory, String text) {
        try {
            return factory.getConfiguration(
                    context, new ConfigurationSource(new ByteArrayInputStream(text.getBytes(UTF_8))));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Takes another configuration over, as when the file of a running application is changed. */
    void reconfigure(String elements) {
        context.reconfigure(configuration(
                context, new XmlConfigurationFactory(), "<Configuration>" + elements + "</Configuration>"));
    }

    /** The XML of an appender that keeps events and their text. */
    static String kept(String name, String pattern) {
        String escaped = pattern.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<Kept name=\"" + name + "\"><PatternLayout pattern=\"" + escaped + "\"/></Kept>";
    }

    /** The XML of a rewrite appender with our policy. */
    static String rewrite(String attributes, String ref) {
        return "<Rewrite name=\"CODES\"><ErrorCodeRewritePolicy " + attributes + "/>" + ref(ref) + "</Rewrite>";
    }

    static String async(String name, String ref) {
        return "<Async name=\"" + name + "\">" + ref(ref) + "</Async>";
    }

    static String property(String name, Object value) {
        return "<Property name=\"" + name + "\">" + value + "</Property>";
    }

    static String root(String... refs) {
        return "<Loggers><Root level=\"trace\">" + refs(refs) + "</Root></Loggers>";
    }

    static String refs(String... refs) {
        StringBuilder xml = new StringBuilder();
        for (String ref : refs) {
            xml.append(ref(ref));
        }
        return xml.toString();
    }

    static String ref(String name) {
        return "<AppenderRef ref=\"" + name + "\"/>";
    }

    LoggerContext context() {
        return context;
    }

    Logger logger() {
        return context.getLogger("com.example.App");
    }

    /** Hands over an event that no logger made. */
    void log(LogEvent event) {
        context.getConfiguration().getRootLogger().log(event);
    }

    Kept kept() {
        return appender("OUT", Kept.class);
    }

    String output() {
        return kept().text();
    }

    List<LogEvent> events() {
        return kept().events();
    }

    <T extends Appender> T appender(String name, Class<T> type) {
        Appender found = context.getConfiguration().getAppender(name);
        if (found == null) {
            throw new NoSuchElementException(name + "; " + problems());
        }
        return type.cast(found);
    }

    /** What the status logger said from level WARN on. */
    List<String> problems() {
        return problems.said;
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
        context.stop(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stop();
        StatusLogger.getLogger().removeListener(problems);
    }
}
