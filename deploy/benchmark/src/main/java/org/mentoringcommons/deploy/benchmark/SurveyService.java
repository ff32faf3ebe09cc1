package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Stack;

/**
 * survey-service as built, beside a stack's database, broker and Keycloak, with a JVM as a server has it; the launcher's
 * does without the optimizing compiler, to be small.
 */
final class SurveyService implements AutoCloseable {

    private final Process process;
    private final int port;

    SurveyService(Path repository, Path data, Stack stack) {
        this(repository, data, stack, List.of("-Xmx512m"), Map.of());
    }

    /**
     * @param jvm what the JVM is told besides
     * @param otherwise what is configured in another way, or not at all
     */
    SurveyService(Path repository, Path data, Stack stack, List<String> jvm, Map<String, Optional<String>> otherwise) {
        port = stack.url(Service.SURVEY).getPort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-jar",
                repository
                        .resolve("survey-service/target/quarkus-app/quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        String url = stack.roleUrl(Service.SURVEY, "app");
        for (String[] source : new String[][] {{"", "app"}, {"_RELAY", "relay"}}) {
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_JDBC_URL", url.substring(0, url.indexOf('?')));
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_USERNAME", "survey_" + source[1]);
            environment.put("QUARKUS_DATASOURCE" + source[0] + "_PASSWORD", password(url));
        }
        environment.put("QUARKUS_FLYWAY_USERNAME", "survey_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", password(url));
        stack.kafkaClient(Service.SURVEY)
                .forEach((name, value) ->
                        environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", stack.running().keycloak() + "/realms/mentoring-commons");
        environment.put("CURRICULUM_URL", stack.url(Service.CURRICULUM).toString());
        environment.put("SURVEY_CLIENT_ID", "survey-service");
        environment.put("SURVEY_CLIENT_SECRET", stack.secrets().password("client.survey-service"));
        environment.put("SURVEY_PUBLIC_URL", stack.url(Service.SURVEY).toString());
        environment.put("SURVEY_LINK_SECRET", linkSecret(stack));
        environment.put("SURVEY_PSEUDONYM_SECRET", stack.secrets().bytes("survey.pseudonym"));
        otherwise.forEach((name, value) ->
                value.ifPresentOrElse(word -> environment.put(name, word), () -> environment.remove(name)));
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(data.resolve("survey-service.log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        awaitReady();
    }

    static String linkSecret(Stack stack) {
        return stack.secrets().bytes("survey.link");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Processor seconds so far. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private static String password(String url) {
        return List.of(url.split("password=")).get(1);
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .build();
        Until.holds("survey-service to start; see its log", Duration.ofMinutes(2), () -> {
            try {
                return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        });
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
