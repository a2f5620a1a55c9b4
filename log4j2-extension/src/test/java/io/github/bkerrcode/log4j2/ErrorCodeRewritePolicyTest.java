package io.github.bkerrcode.log4j2;

import static io.github.bkerrcode.log4j2.StartedContext.LISTED_PAAS;
import static io.github.bkerrcode.log4j2.StartedContext.kept;
import static io.github.bkerrcode.log4j2.StartedContext.rewrite;
import static io.github.bkerrcode.log4j2.StartedContext.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import org.apache.logging.log4j.CloseableThreadContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.junit.jupiter.api.Test;

class ErrorCodeRewritePolicyTest {

    private static final Map<String, String> FIELDS = Map.of(
            "errcode.code", "1306201",
            "errcode.platform", "paas",
            "errcode.meaning", "请求第三方系统接口出现异常",
            "errcode.remediation", "检查第三方系统接口服务是否正常");

    private final ErrorCodeRewritePolicy policy =
            ErrorCodeRewritePolicy.newBuilder().build();

    private static Log4jLogEvent.Builder event(String message) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName("com.example.App")
                .setLoggerFqcn(ErrorCodeRewritePolicyTest.class.getName())
                .setLevel(Level.ERROR)
                .setMessage(new SimpleMessage(message));
    }

    private static Map<String, String> data(LogEvent event) {
        return event.getContextData().toMap();
    }

    private static Map<String, String> logged(String attributes) {
        try (StartedContext log4j =
                StartedContext.appenders(kept("OUT", "%msg") + rewrite(attributes, "OUT"), "CODES")) {
            log4j.logger().error("failed: {}", LISTED_PAAS);
            assertThat(log4j.problems()).isEmpty();
            return data(log4j.events().get(0));
        }
    }

    @Test
    void fieldsAreInTheContextData() {
        assertThat(logged("")).containsExactlyInAnyOrderEntriesOf(FIELDS);
    }

    @Test
    void languageAndPrefixAreSettings() {
        assertThat(logged("lang=\"en\" fieldPrefix=\"bk_\""))
                .containsEntry("bk_meaning", "Exception when requesting the third-party system API")
                .hasSize(4);
    }

    @Test
    void fieldsCanBeWrittenByPatterns() {
        try (StartedContext log4j = StartedContext.appenders(
                kept("OUT", "%msg %X{errcode.code} %X{errcode.platform}") + rewrite("", "OUT"), "CODES")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.output()).isEqualTo(LISTED_PAAS + " 1306201 paas");
        }
    }

    @Test
    void eventWithoutACodeIsHandedOnItself() {
        LogEvent event = event("took 1301002 us").build();

        assertThat(policy.rewrite(event)).isSameAs(event);
    }

    @Test
    void originalIsNotChanged() {
        LogEvent event = event(LISTED_PAAS).build();

        LogEvent rewritten = policy.rewrite(event);
        rewritten.setEndOfBatch(true);
        rewritten.setIncludeLocation(true);

        assertThat(data(rewritten)).containsAllEntriesOf(FIELDS);
        assertThat(rewritten.isEndOfBatch()).isTrue();
        assertThat(data(event)).isEmpty();
        assertThat(event.isEndOfBatch()).isFalse();
        assertThat(event.isIncludeLocation()).isFalse();
    }

    @Test
    void readOnlyContextDataAreCopied() {
        StringMap given = ContextDataFactory.createContextData();
        given.putValue("user", "admin");
        given.freeze();
        LogEvent event = event(LISTED_PAAS).setContextData(given).build();

        assertThat(data(policy.rewrite(event))).containsEntry("user", "admin").containsAllEntriesOf(FIELDS);
        assertThat(data(event)).containsOnlyKeys("user");
    }

    @Test
    void fieldThatIsThereAlreadyStays() {
        try (StartedContext log4j = StartedContext.appenders(kept("OUT", "%msg") + rewrite("", "OUT"), "CODES");
                CloseableThreadContext.Instance own = CloseableThreadContext.put("errcode.code", "mine")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(own).isNotNull();
            assertThat(data(log4j.events().get(0)))
                    .containsEntry("errcode.code", "mine")
                    .containsEntry("errcode.platform", "paas");
        }
    }

    @Test
    void prefixThatWouldClashIsSaidAndTheDefaultUsed() {
        try (StartedContext log4j =
                StartedContext.appenders(kept("OUT", "%msg") + rewrite("fieldPrefix=\"error.\"", "OUT"), "CODES")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems())
                    .containsExactly("ErrorCodeRewritePolicy: fieldPrefix: [error.] would clash with fields of log"
                            + " formats; using errcode.");
            assertThat(data(log4j.events().get(0))).containsKey("errcode.code");
        }
    }

    @Test
    void unknownAttributeIsSaidByLog4jAndTheApplicationStarts() {
        try (StartedContext log4j =
                StartedContext.appenders(kept("OUT", "%msg") + rewrite("lnag=\"en\"", "OUT"), "CODES")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.problems()).singleElement().asString().contains("lnag");
            assertThat(log4j.events()).hasSize(1);
        }
    }

    @Test
    void locationIsNeverWorkedOutByUs() {
        boolean[] asked = new boolean[1];
        LogEvent event = new MutableLogEvent() {
            @Override
            public StackTraceElement getSource() {
                asked[0] = true;
                return super.getSource();
            }

            @Override
            public String getFormattedMessage() {
                return LISTED_PAAS;
            }
        };
        ((MutableLogEvent) event).setMessage(new SimpleMessage(LISTED_PAAS));
        ((MutableLogEvent) event).setLevel(Level.ERROR);
        event.setIncludeLocation(true);

        LogEvent rewritten = policy.rewrite(event);

        assertThat(data(rewritten)).containsAllEntriesOf(FIELDS);
        assertThat(asked[0]).isFalse();
        assertThat(rewritten.isIncludeLocation()).isTrue();
        rewritten.setIncludeLocation(false);
        assertThat(rewritten.getSource()).isNull();
        assertThat(rewritten.toImmutable().getSource()).isNull();
        assertThat(asked[0]).isFalse();
    }

    @Test
    void locationCanStillBeWritten() {
        try (StartedContext log4j = StartedContext.appenders(kept("OUT", "%C{1}.%M") + rewrite("", "OUT"), "CODES")) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.output()).isEqualTo("ErrorCodeRewritePolicyTest.locationCanStillBeWritten");
        }
    }

    @Test
    void immutableCopyOutlivesTheMutableEvent() {
        MutableLogEvent event = new MutableLogEvent();
        event.setLoggerName("app");
        event.setLevel(Level.ERROR);
        event.setContextData(ContextDataFactory.createContextData());
        Message message = ReusableMessageFactory.INSTANCE.newMessage("{\"code\":{}}", (Object) 1306201);
        event.setMessage(message);
        ReusableMessageFactory.release(message);
        LogEvent copy = policy.rewrite(event).toImmutable();

        event.clear();
        event.setMessage(new SimpleMessage("another"));

        assertThat(copy).isInstanceOf(Log4jLogEvent.class);
        assertThat(copy.getMessage().getFormattedMessage()).isEqualTo(LISTED_PAAS);
        assertThat(data(copy)).containsAllEntriesOf(FIELDS);
    }

    @Test
    void viewAnswersAsTheEventDoes() {
        try (CloseableThreadContext.Instance stack = CloseableThreadContext.push("deep")) {
            IllegalStateException failure = new IllegalStateException("it failed");
            LogEvent event = event(LISTED_PAAS).setThrown(failure).build();
            LogEvent view = policy.rewrite(event);

            assertThat(stack).isNotNull();
            assertThat(view).isNotSameAs(event);
            assertThat(view.getLoggerName()).isEqualTo(event.getLoggerName());
            assertThat(view.getLoggerFqcn()).isEqualTo(event.getLoggerFqcn());
            assertThat(view.getLevel()).isEqualTo(event.getLevel());
            assertThat(view.getMarker()).isSameAs(event.getMarker());
            assertThat(view.getMessage()).isSameAs(event.getMessage());
            assertThat(view.getThrown()).isSameAs(failure);
            assertThat(view.getContextStack()).isSameAs(event.getContextStack());
            assertThat(view.getTimeMillis()).isEqualTo(event.getTimeMillis());
            assertThat(view.getInstant()).isSameAs(event.getInstant());
            assertThat(view.getNanoTime()).isEqualTo(event.getNanoTime());
            assertThat(view.getThreadId()).isEqualTo(event.getThreadId());
            assertThat(view.getThreadName()).isEqualTo(event.getThreadName());
            assertThat(view.getThreadPriority()).isEqualTo(event.getThreadPriority());
            assertThat(view).hasToString(event.toString());
        }
    }

    @Test
    void serializedEventIsOneOfLog4jsOwn() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(policy.rewrite(event(LISTED_PAAS).build()));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            LogEvent read = (LogEvent) in.readObject();

            assertThat(read).isInstanceOf(Log4jLogEvent.class);
            assertThat(data(read)).containsAllEntriesOf(FIELDS);
            assertThat(read.getMessage().getFormattedMessage()).isEqualTo(LISTED_PAAS);
        }
    }

    @Test
    void whatThePolicyFoundIsNotLookedForAgain() {
        try (StartedContext log4j = StartedContext.xml(
                "<Appenders>" + kept("OUT", "%errcode{code}") + rewrite("", "OUT") + "</Appenders>" + root("CODES"))) {
            log4j.logger().error(LISTED_PAAS);

            assertThat(log4j.output()).isEqualTo("1306201");
            assertThat(log4j.kept().handedOver().get(0)).isInstanceOf(EnrichedLogEvent.class);
        }
    }

    @Test
    void twoPoliciesInARowAddFieldsOnceEach() {
        ErrorCodeRewritePolicy english = ErrorCodeRewritePolicy.newBuilder()
                .setLang("en")
                .setFieldPrefix("en.")
                .build();

        LogEvent both = english.rewrite(policy.rewrite(event(LISTED_PAAS).build()));

        assertThat(data(both)).hasSize(8).containsAllEntriesOf(FIELDS).containsEntry("en.code", "1306201");
    }
}
