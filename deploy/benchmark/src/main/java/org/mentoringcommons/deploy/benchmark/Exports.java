package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mentoringcommons.deploy.local.Progress;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.Settings;
import org.mentoringcommons.deploy.local.Stack;

/**
 * How fast answers of one institution become files, and how much of the service's heap that takes: a tenth of the answers
 * first, then all of them, in a heap that could not hold them.
 */
final class Exports {

    private static final int HEAP_MEGABYTES = 160;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;
    private final HeapLog heap;

    private Exports(String base, String token, HeapLog heap) {
        this.base = base;
        this.token = token;
        this.heap = heap;
    }

    static void measure(Path data, long answers) {
        Progress silence = new Progress(new PrintStream(OutputStream.nullOutputStream(), true));
        Settings settings = Settings.forTest(data).withServices();
        Signer signer = new Signer();
        try (Stack stack = new Stack(settings, silence).start()) {
            new SurveyService(Path.of(""), data, stack).close(); // makes the tables
            AnsweredProtocol protocol = new AnsweredProtocol(stack.superuserUrl(Service.SURVEY));
            protocol.plant(answers);
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
                Exports exports = new Exports(
                        "http://127.0.0.1:" + service.port(),
                        signer.token(AnsweredProtocol.EVALUATOR, protocol.organization()),
                        heap);
                Table.begin("export, heap at most " + HEAP_MEGABYTES + " MiB");
                for (String format : List.of("csv", "sav", "redcap", "fhir")) {
                    exports.measure(protocol, format, "2026-01-01", answers / 10);
                    exports.measure(protocol, format, null, answers);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param to only of workshops until this day; null is all */
    private void measure(AnsweredProtocol protocol, String format, String to, long expected) throws IOException {
        long logged = heap.size();
        long begin = System.nanoTime();
        String wanted = "{\"format\": \"" + format + "\", \"population\": \"consented\", \"purpose\": \"Measuring\""
                + (to == null ? "" : ", \"to\": \"" + to + "\"") + "}";
        JsonNode made = json("POST", protocol.exports(), wanted);
        String address = protocol.exports() + "/" + made.get("id").asText();
        JsonNode[] ready = {made};
        Until.holds("the export", Duration.ofMinutes(10), () -> {
            ready[0] = json("GET", address, null);
            if (ready[0].get("state").asText().equals("failed")) {
                throw new IllegalStateException("the export failed; see the service's log");
            }
            return ready[0].get("state").asText().equals("ready");
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows = ready[0].get("writtenRows").longValue();
        if (rows != expected) {
            throw new IllegalStateException(rows + " rows instead of " + expected);
        }
        long fetching = System.nanoTime();
        long bytes = fetched(address + "/files/data");
        Table.row(
                String.format(
                        Locale.ROOT,
                        "%s, %,d answers: written · rows a second · size · fetched · peak heap",
                        format,
                        rows),
                String.format(
                        Locale.ROOT,
                        "%.1f s · %,.0f · %.1f MiB · %.1f s · %s",
                        seconds,
                        rows / seconds,
                        bytes / 1048576.0,
                        (System.nanoTime() - fetching) / 1e9,
                        heap.peak(logged)));
    }

    private long fetched(String path) throws IOException {
        try (var body = send("GET", path, null, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private JsonNode json(String method, String path, String body) {
        try {
            return JSON.readTree(send(method, path, body, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private <T> HttpResponse<T> send(String method, String path, String body, HttpResponse.BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<T> answer = http.send(request, handler);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
