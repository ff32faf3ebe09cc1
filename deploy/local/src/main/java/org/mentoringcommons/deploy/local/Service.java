package org.mentoringcommons.deploy.local;

import java.nio.file.Path;

/** The four services, and what differs between them for somebody who starts them. */
public enum Service {
    IDENTITY("identity", "identity-config/provisioning", 128),
    CURRICULUM("curriculum", "curriculum-service", 128),
    SURVEY("survey", "survey-service", 160),
    ANALYTICS("analytics", "analytics-service", 192);

    private final String title;
    private final String module;
    private final int heap;

    Service(String title, String module, int heap) {
        this.title = title;
        this.module = module;
        this.heap = heap;
    }

    /** Short name: of its database, Kafka principal, log file and entry in {@code stack.json}. */
    public String title() {
        return title;
    }

    Path runner(Path repository) {
        return repository.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Largest heap in MB. */
    int heap() {
        return heap;
    }
}
