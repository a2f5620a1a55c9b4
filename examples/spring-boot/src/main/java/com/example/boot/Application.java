package com.example.boot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Logs a few lines as an application does that calls BlueKing platforms. Knows nothing of error codes itself. */
@SpringBootApplication
public class Application implements CommandLineRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    /** Logs and exits. */
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Override
    public void run(String... arguments) {
        LOG.info("Synchronizing {} businesses", 12);
        LOG.error("Health check of PaaS failed, error code: {}", 1301002);
        // The same number, but nothing around it says that it is an error code; nothing is appended.
        LOG.info("Downloaded {} bytes", 1301002);
        LOG.atWarn().addKeyValue("tenant", "default").log("Host was not found, bk_error_code: {}", 1199014);
        LOG.error("Script was not executed", new IllegalStateException("request failed, errorCode=1252001"));
        LOG.info("Done");
    }
}
