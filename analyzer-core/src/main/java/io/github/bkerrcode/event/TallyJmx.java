package io.github.bkerrcode.event;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** The place of one tally among the MBeans of the process. For one thread at a time. */
public final class TallyJmx {

    private final CodeTallyMXBean tally;
    private @Nullable ObjectName name;

    /** Creates a place that is not taken yet. */
    public TallyJmx(CodeTallyMXBean tally) {
        this.tally = tally;
    }

    /**
     * Registers the tally; if that is not possible, says so and goes on without.
     *
     * @param contextName null for a context without a name
     * @param tallyName null for a tally without a name
     */
    public void register(@Nullable String contextName, @Nullable String tallyName, StatusReporter reporter) {
        String context = contextName == null ? "default" : contextName;
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName wanted = name(context, tallyName, 1);
            for (int instance = 2; server.isRegistered(wanted); instance++) {
                wanted = name(context, tallyName, instance);
            }
            server.registerMBean(new StandardMBean(tally, CodeTallyMXBean.class, true), wanted);
            name = wanted;
        } catch (JMException e) {
            reporter.warn("The tally cannot be seen by JMX: " + e);
        }
    }

    /** The name of the first tally of its name in a context of its name; others of the same names are numbered. */
    private static ObjectName name(String context, @Nullable String tallyName, int instance)
            throws MalformedObjectNameException {
        return new ObjectName("io.github.bkerrcode:type=ErrorCodeTally,context=" + ObjectName.quote(context) + ",name="
                + ObjectName.quote(String.valueOf(tallyName))
                + (instance == 1 ? "" : ",instance=" + instance));
    }

    /** Takes the tally away; does nothing if it is not registered. */
    public void unregister(StatusReporter reporter) {
        ObjectName registered = name;
        if (registered == null) {
            return;
        }
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            if (server.isRegistered(registered)) {
                server.unregisterMBean(registered);
            }
            name = null;
        } catch (JMException e) {
            reporter.warn("The tally cannot be taken from JMX: " + e);
        }
    }
}
