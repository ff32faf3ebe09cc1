package org.mentoringcommons.curriculum.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.curriculum.Api;
import org.mentoringcommons.curriculum.Packages;
import org.mentoringcommons.tenancy.contract.Token;

/** Two hundred megabytes that do not say beforehand how many they are. */
@QuarkusTest
class EndlessUploadTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long SENT = 200 * MEGABYTE;
    private static final long TAKEN = 20 * MEGABYTE;

    @ParameterizedTest
    @CsvSource({
        "POST, /curriculum/v1/packages, application/zip",
        "POST, /curriculum/v1/packages?dryRun=true, application/zip",
        "PUT, /curriculum/v1/workshops/%s/roster, text/csv"
    })
    void it_is_refused_by_name_and_nothing_of_it_is_kept_in_memory_or_on_disk(
            String method, String path, String mediaType) throws IOException, InterruptedException {
        boolean roster = path.endsWith("/roster");
        Api facilitator = Api.facilitatorOf(Token.LAKESIDE);
        String target = roster ? path.formatted(facilitator.plannedInThePast()) : path;
        AtomicLong pulled = new AtomicLong();
        long written = writtenToDisk();
        long held = heap();

        HttpResponse<String> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + target))
                                .version(HttpClient.Version.HTTP_1_1)
                                .timeout(Duration.ofSeconds(60))
                                .header("Authorization", "Bearer " + (roster ? facilitator : Api.operator()).token())
                                .header("Content-Type", mediaType)
                                .method(method, BodyPublishers.ofInputStream(() -> endless(pulled)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(413);
        JsonPath problem = JsonPath.from(refused.body());
        assertThat(problem.getString("type")).isEqualTo("urn:mentoring-commons:problem:too-large");
        assertThat(problem.getString("detail")).isEqualTo("At most " + TAKEN + " bytes are taken.");
        assertThat(pulled.get()).as("what there was to refuse").isGreaterThan(TAKEN);
        assertThat(heap() - held).as("bytes kept in memory").isLessThan(TAKEN / 2);
        assertThat(writtenToDisk() - written).as("bytes written to a disk").isLessThan(TAKEN / 2);
    }

    @Test
    void whoever_sends_a_package_after_it_is_served_as_ever() throws IOException, InterruptedException {
        it_is_refused_by_name_and_nothing_of_it_is_kept_in_memory_or_on_disk(
                "POST", "/curriculum/v1/packages", "application/zip");

        Packages.send(Packages.files("package-" + UUID.randomUUID(), "1.0.0"))
                .then()
                .statusCode(201);
    }

    private static InputStream endless(AtomicLong pulled) {
        return new InputStream() {
            @Override
            public int read() {
                return pulled.getAndIncrement() < SENT ? 'a' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                long left = SENT - pulled.get();
                if (left <= 0) {
                    return -1;
                }
                int now = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + now, (byte) 'a');
                pulled.addAndGet(now);
                return now;
            }
        };
    }

    /** What is reachable. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What this process, the service in it, has had written; always nothing where the system does not say. */
    private static long writtenToDisk() throws IOException {
        Path counters = Path.of("/proc/self/io");
        if (!Files.isReadable(counters)) {
            return 0;
        }
        return Files.readAllLines(counters).stream()
                .filter(line -> line.startsWith("write_bytes: "))
                .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length())))
                .sum();
    }
}
