package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * How fast a file of answers becomes answers that everybody is told of, and how much of the service's heap that takes: a
 * tenth of them first, then all, in a heap that could not hold them; beside the database alone, which is handed the same
 * rows by COPY into a table of the same form.
 */
final class Imports {

    private static final int HEAP_MEGABYTES = 160;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;
    private final AnsweredProtocol protocol;
    private final HeapLog heap;

    private Imports(String base, String token, AnsweredProtocol protocol, HeapLog heap) {
        this.base = base;
        this.token = token;
        this.protocol = protocol;
        this.heap = heap;
    }

    static void measure(Path data, int answers) {
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Settings settings = Settings.forTest(data).withServices();
        Signer signer = new Signer();
        HttpServer nothingOnRecord = null;
        try (Stack stack = new Stack(settings, silence).start()) {
            new SurveyService(Path.of(""), data, stack).close(); // makes the tables
            nothingOnRecord = nothingOnRecord(stack.url(Service.CURRICULUM).getPort());
            AnsweredProtocol protocol = new AnsweredProtocol(stack.superuserUrl(Service.SURVEY));
            protocol.plantWorkshops();
            HeapLog heap = new HeapLog(data);
            try (SurveyService service = new SurveyService(
                    Path.of(""),
                    data,
                    stack,
                    heap.options(HEAP_MEGABYTES),
                    Map.of(
                            "QUARKUS_OIDC_PUBLIC_KEY",
                            Optional.of(signer.publicKey()),
                            "QUARKUS_OIDC_AUTH_SERVER_URL",
                            Optional.empty()))) {
                Imports imports = new Imports(
                        "http://127.0.0.1:" + service.port(),
                        signer.token(AnsweredProtocol.EVALUATOR, protocol.organization()),
                        protocol,
                        heap);
                Table.begin("import, heap at most " + HEAP_MEGABYTES + " MiB");
                imports.measure(new AnswerFile(data.resolve("some.csv"), 0, answers / 10));
                AnswerFile all = new AnswerFile(data.resolve("all.csv"), answers / 10, answers);
                imports.measure(all);
                imports.again(all);
                double bare = all.copy(stack.superuserUrl(Service.SURVEY), protocol.institution());
                Table.row(
                        String.format(Locale.ROOT, "bare COPY of %,d such rows", answers),
                        String.format(Locale.ROOT, "%.1f s · %,.0f", bare, answers / bare));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (nothingOnRecord != null) {
                nothingOnRecord.stop(0);
            }
        }
    }

    /** Stands in for curriculum-service, which has no workshops of the past: the file names those there are by their ids. */
    private static HttpServer nothingOnRecord(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    private void measure(AnswerFile file) throws IOException {
        long logged = heap.size();
        long begin = System.nanoTime();
        String address = sent(file);
        double read = seconds(begin);
        JsonNode done = awaited(address, "telling", "imported");
        double there = seconds(begin);
        if (!done.get("state").asText().equals("imported")) {
            done = awaited(address, "imported");
        }
        double told = seconds(begin);
        if (done.get("added").asInt() != file.answers()) {
            throw new IllegalStateException(done.get("added") + " answers instead of " + file.answers());
        }
        Table.row(
                String.format(
                        Locale.ROOT,
                        "%,d answers, %.1f MiB: read and checked · there · everybody told · rows a second · peak heap",
                        file.answers(),
                        Files.size(file.path()) / 1048576.0),
                String.format(
                        Locale.ROOT,
                        "%.1f s · %.1f s · %.1f s · %,.0f · %s",
                        read,
                        there,
                        told,
                        file.answers() / told,
                        heap.peak(logged)));
    }

    /** The same file changes nothing. */
    private void again(AnswerFile file) throws IOException {
        long begin = System.nanoTime();
        JsonNode done = awaited(sent(file), "imported");
        if (done.get("added").asInt() != 0) {
            throw new IllegalStateException("the same answers came twice");
        }
        Table.row(
                String.format(Locale.ROOT, "the same %,d again", file.answers()),
                String.format(Locale.ROOT, "%.1f s", seconds(begin)));
    }

    /** Where its import stands. */
    private String sent(AnswerFile file) throws IOException {
        JsonNode made = json(
                "POST",
                protocol.imports(),
                "application/json",
                HttpRequest.BodyPublishers.ofString(AnswerFile.wanted()));
        String address = protocol.imports() + "/" + made.get("id").asText();
        json("PUT", address + "/file", "text/csv", HttpRequest.BodyPublishers.ofFile(file.path()));
        return address;
    }

    private JsonNode awaited(String address, String... states) {
        JsonNode[] now = new JsonNode[1];
        Until.holds("the import", Duration.ofMinutes(10), () -> {
            now[0] = json("GET", address, null, HttpRequest.BodyPublishers.noBody());
            String state = now[0].get("state").asText();
            if (state.equals("failed")) {
                throw new IllegalStateException("the import failed; see the service's log");
            }
            return java.util.List.of(states).contains(state);
        });
        return now[0];
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private JsonNode json(String method, String path, String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
