package com.example.fatjar;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Logs a few lines as an application does that calls BlueKing platforms. Knows nothing of error codes itself. */
public final class Main {

    private static final Logger LOG = LogManager.getLogger();

    private Main() {}

    /** Logs and exits. */
    public static void main(String[] arguments) {
        LOG.info("Synchronizing {} businesses", 12);
        LOG.error("Health check of PaaS failed, error code: {}", 1301002);
        // The same number, but nothing around it says that it is an error code; nothing is appended.
        LOG.info("Downloaded {} bytes", 1301002);
        LOG.warn("Job and CMDB failed: {}", "{\"code\":1306201,\"detail\":{\"bk_error_code\":1199014}}");
        LOG.error("Script was not executed", new IllegalStateException("request failed, errorCode=1252001"));
        LOG.info("Done");
    }
}
