package org.mentoringcommons.deploy.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * Pages of a catalog of many curricula beside a static file as large as the largest of them, served by the same server at the
 * same address; then a roster of 10,000 lines, and the search.
 */
public final class CurriculumBenchmark {

    private static final int MODULES = 50;
    private static final int PEOPLE = 10_000;
    private static final int SEARCHES = 1_000;
    private static final String INSTITUTION = ProvisionedInstitutions.alias(0);

    /** Read by a service from the folder it is started in. */
    private static final Path SETTINGS =
            Path.of("curriculum-service", "target", "quarkus-app", "config", "application.properties");

    private final Stack stack;
    private final int curricula;
    private final Duration lasting;
    private final URI service;
    private final Renewed admin;
    private final Renewed operator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private CurriculumBenchmark(Stack stack, int curricula, Duration lasting) {
        this.stack = stack;
        this.curricula = curricula;
        this.lasting = lasting;
        this.service = stack.url(Service.CURRICULUM);
        admin = new Renewed(() -> stack.running().token("admin." + INSTITUTION, Optional.of(INSTITUTION)));
        operator = new Renewed(() -> stack.running().token(stack.running().operator(), Optional.empty()));
    }

    /** A token that is asked for again long before it has expired, and not with every request. */
    private static final class Renewed {
        private static final Duration LASTS = Duration.ofMinutes(3);
        private final Supplier<String> source;
        private String token;
        private Instant until = Instant.MIN;

        Renewed(Supplier<String> source) {
            this.source = source;
        }

        String get() {
            if (Instant.now().isAfter(until)) {
                token = source.get();
                until = Instant.now().plus(LASTS);
            }
            return token;
        }
    }

    /** @param arguments an empty folder for the state; how many curricula; seconds that each measurement lasts */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset(); // the table is all that is wanted
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Path data = Path.of(arguments[0]);
        Files.createDirectories(SETTINGS.getParent());
        Files.writeString(
                SETTINGS,
                """
                fairness.institution-quota=1000000
                fairness.person-quota=1000000
                fairness.portal-quota=1000000
                """);
        Settings settings = Settings.forMeasurement(data).withServices(Service.IDENTITY, Service.CURRICULUM);
        try (Stack stack = new Stack(settings, silence).start()) {
            new ProvisionedInstitutions(stack).prepare();
            CurriculumBenchmark benchmark = new CurriculumBenchmark(
                    stack, Integer.parseInt(arguments[1]), Duration.ofSeconds(Long.parseLong(arguments[2])));
            benchmark.measure();
        } finally {
            Files.deleteIfExists(SETTINGS);
        }
    }

    private void measure() throws Exception {
        Table.begin(curricula + " curricula of " + MODULES + " modules");
        Table.time("imported and published, one after the other", this::publish);
        String last = "/curriculum/v1/curricula/" + ManyCurricula.key(curricula - 1) + "/versions/1.0.0";
        HttpResponse<byte[]> guide = get(last + "/guide", "");
        Table.row("a guide", guide.body().length / 1024 + " KiB");
        String module = last + "/modules/" + ManyCurricula.module(0);
        PageLoad load = new PageLoad(client, lasting);
        load.warm(request(last + "/guide", ""));
        load.measure("the static file", request("/static/page.html", ""));
        load.measure("a guide", request(last + "/guide", ""));
        load.measure("a guide the client has (304)", request(last + "/guide", tag(last + "/guide")));
        load.measure("a version", request(last, ""));
        load.measure("a version the client has (304)", request(last, tag(last)));
        load.measure("a module", request(module, ""));
        load.measure("a module the client has (304)", request(module, tag(module)));
        load.measure("a page of 100 curricula", request("/curriculum/v1/curricula?limit=100", ""));
        search();
        roster();
    }

    private void publish() {
        Calls calls = new Calls(service + "/curriculum/v1", operator::get);
        for (int number = 0; number < curricula; number++) {
            send(
                    HttpRequest.newBuilder(service.resolve("/curriculum/v1/packages"))
                            .header("Authorization", "Bearer " + operator.get())
                            .header("Content-Type", "application/zip")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(ManyCurricula.zip(number, MODULES)))
                            .build(),
                    201);
            calls.send("POST", "/curricula/" + ManyCurricula.key(number) + "/versions/1.0.0/publish", "");
        }
    }

    private void search() {
        int[] next = {0};
        Table.percentiles("search", SEARCHES, () -> {
            String words = ManyCurricula.word(next[0]) + "+" + ManyCurricula.word(next[0] / 7 + 3);
            next[0]++;
            send(request("/curriculum/v1/search?q=" + words, ""), 200);
        });
    }

    private void roster() {
        Calls calls = new Calls(service + "/curriculum/v1", admin::get);
        StringBuilder lines = new StringBuilder("name,email\n");
        for (int person = 0; person < PEOPLE; person++) {
            lines.append("Person ")
                    .append(person)
                    .append(",person.")
                    .append(person)
                    .append("@people.example\n");
        }
        String workshop = calls.made(
                "/workshops",
                Map.of(
                        "name", "Large",
                        "curriculum", ManyCurricula.key(0),
                        "version", "1.0.0",
                        "mode", "online",
                        "audience", "mentee",
                        "sessions",
                                List.of(Map.of(
                                        "startsAt",
                                        Instant.now().minus(1, ChronoUnit.DAYS).toString(),
                                        "minutes",
                                        240))));
        for (int time = 1; time <= 3; time++) {
            String file = lines.toString().replace("Person ", "Person of file " + time + " ");
            Table.time(
                    "a roster of 10,000 lines, file " + time,
                    () -> send(
                            HttpRequest.newBuilder(service.resolve("/curriculum/v1/workshops/" + workshop + "/roster"))
                                    .header("Authorization", "Bearer " + token())
                                    .header("Content-Type", "text/csv; charset=UTF-8")
                                    .PUT(HttpRequest.BodyPublishers.ofString(file))
                                    .build(),
                            200));
        }
    }

    private HttpResponse<byte[]> get(String path, String tag) {
        return send(request(path, tag), 200);
    }

    private String tag(String path) {
        return get(path, "").headers().firstValue("ETag").orElseThrow();
    }

    private HttpRequest request(String path, String tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token());
        return (tag.isEmpty() ? request : request.header("If-None-Match", tag)).build();
    }

    private HttpResponse<byte[]> send(HttpRequest request, int expected) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " "
                        + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String token() {
        return admin.get();
    }
}
