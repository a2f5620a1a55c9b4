package io.github.bkerrcode.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ContextAware;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** The place of one tally among the MBeans of the process. */
final class TallyJmx {

    private final ErrorCodeTally tally;
    private @Nullable ObjectName name;

    TallyJmx(ErrorCodeTally tally) {
        this.tally = tally;
    }

    /** Registers the tally; if that is not possible, says so and goes on without. */
    void register(ContextAware owner) {
        try {
            Context context = owner.getContext();
            String contextName = context == null || context.getName() == null ? "default" : context.getName();
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName wanted = name(contextName, 1);
            for (int instance = 2; server.isRegistered(wanted); instance++) {
                wanted = name(contextName, instance);
            }
            server.registerMBean(new StandardMBean(tally, ErrorCodeTallyMXBean.class, true), wanted);
            name = wanted;
        } catch (JMException e) {
            owner.addWarn("The tally cannot be seen by JMX", e);
        }
    }

    /** The name of the first tally of its name in a context of its name; others of the same names are numbered. */
    private ObjectName name(String contextName, int instance) throws MalformedObjectNameException {
        return new ObjectName("io.github.bkerrcode:type=ErrorCodeTally,context=" + ObjectName.quote(contextName)
                + ",name=" + ObjectName.quote(String.valueOf(tally.getName()))
                + (instance == 1 ? "" : ",instance=" + instance));
    }

    void unregister(ContextAware owner) {
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
            owner.addWarn("The tally cannot be taken from JMX", e);
        }
    }
}
