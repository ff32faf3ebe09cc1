package org.mentoringcommons.deploy.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One service in a process of its own. All it knows of this machine comes through its environment. */
final class ServiceProcess {
    private static final Duration START = Duration.ofSeconds(120);

    private final Service service;
    private final Settings settings;
    private final Secrets secrets;
    private final RunningStack stack;
    private final Postgres postgres;
    private final Kafka kafka;

    ServiceProcess(
            Service service, Settings settings, Secrets secrets, RunningStack stack, Postgres postgres, Kafka kafka) {
        this.service = service;
        this.settings = settings;
        this.secrets = secrets;
        this.stack = stack;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    Child start() {
        Path runner = service.runner(settings.repository());
        if (!Files.exists(runner)) {
            throw new LaunchFailure(runner + " is missing: build it with mvn -DskipTests package.");
        }
        List<String> arguments = new ArrayList<>();
        if (Files.exists(runner.resolveSibling("app-cds.jsa"))) {
            arguments.add("-XX:SharedArchiveFile=app-cds.jsa");
        }
        arguments.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                runner.getFileName().toString()));
        return Child.start(
                service.title(),
                settings,
                runner.getParent(),
                Jvm.command(settings.data(), service.heap(), arguments),
                environment());
    }

    void awaitReady(Child process) {
        URI ready = stack.url(service).resolve("/q/health/ready");
        process.awaitReady(() -> Web.answers(ready), START);
    }

    private Map<String, String> environment() {
        String name = service.title();
        String url = postgres.url(name);
        String password = secrets.password("database." + name);
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.ports().of(service)));
        database(environment, "QUARKUS_DATASOURCE", url, name + "_app", password);
        environment.put("QUARKUS_FLYWAY_USERNAME", name + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", password);
        database(environment, "QUARKUS_DATASOURCE_RELAY", url, name + "_relay", password);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
        environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        environment.put("KAFKA_SASL_MECHANISM", "SCRAM-SHA-256");
        environment.put("KAFKA_SASL_JAAS_CONFIG", kafka.login(name));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.keycloak() + "/realms/" + Keycloak.REALM);
        environment.putAll(
                switch (service) {
                    case IDENTITY -> identity();
                    case CURRICULUM -> curriculum();
                    case SURVEY -> survey();
                    case ANALYTICS -> analytics(url, password);
                });
        return environment;
    }

    private Map<String, String> identity() {
        return Map.of(
                "IDENTITY_PUBLIC_URL",
                stack.url(Service.IDENTITY).toString(),
                "SMTP_PORT",
                Integer.toString(settings.ports().smtp()),
                "SIGN_IN_LOOPBACK",
                "allowed",
                "KEYCLOAK_URL",
                stack.keycloak().toString(),
                "KEYCLOAK_REALM",
                Keycloak.REALM,
                "PROVISIONING_CLIENT_ID",
                "provisioning",
                "PROVISIONING_CLIENT_SECRET",
                secrets.password("client.provisioning"));
    }

    private Map<String, String> curriculum() {
        return Map.of(
                "SMTP_PORT", Integer.toString(settings.ports().smtp()),
                "CURRICULUM_PUBLIC_URL", stack.url(Service.CURRICULUM).toString(),
                "IDENTITY_URL", stack.url(Service.IDENTITY).toString(),
                "CURRICULUM_LINK_SECRET", secrets.bytes("curriculum.link"));
    }

    private Map<String, String> survey() {
        return Map.of(
                "CURRICULUM_URL", stack.url(Service.CURRICULUM).toString(),
                "SMTP_PORT", Integer.toString(settings.ports().smtp()),
                "SURVEY_CLIENT_ID", "survey-service",
                "SURVEY_CLIENT_SECRET", secrets.password("client.survey-service"),
                "SURVEY_PUBLIC_URL", stack.url(Service.SURVEY).toString(),
                "SURVEY_LINK_SECRET", secrets.bytes("survey.link"),
                "SURVEY_PSEUDONYM_SECRET", secrets.bytes("survey.pseudonym"),
                // portals of demonstrations and tests are on this machine too
                "WEBHOOKS_ALLOWED_ADDRESSES", "127.0.0.1");
    }

    private Map<String, String> analytics(String url, String password) {
        Map<String, String> environment = new HashMap<>();
        database(environment, "QUARKUS_DATASOURCE_RESEARCH", url, "analytics_research", password);
        database(environment, "QUARKUS_DATASOURCE_RELEASE", url, "analytics_release", password);
        environment.put("RELEASES_ADDRESS", stack.url(Service.ANALYTICS).toString());
        environment.put("IDENTITY_URL", stack.url(Service.IDENTITY).toString());
        return environment;
    }

    private static void database(
            Map<String, String> environment, String prefix, String url, String user, String password) {
        environment.put(prefix + "_JDBC_URL", url);
        environment.put(prefix + "_USERNAME", user);
        environment.put(prefix + "_PASSWORD", password);
    }
}
