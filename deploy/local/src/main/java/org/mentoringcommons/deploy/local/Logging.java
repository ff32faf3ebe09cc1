package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** Turns libraries quiet: the launcher's own words are {@link Progress}. */
final class Logging {
    private Logging() {}

    static void quiet() throws IOException {
        try (InputStream configuration = Logging.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
    }
}
