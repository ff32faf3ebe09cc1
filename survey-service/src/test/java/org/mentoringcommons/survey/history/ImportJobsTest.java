package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.TestClock;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Files that are many or break off, instances that stop, and several of them: all of an import is there, or nothing. */
@QuarkusTest
class ImportJobsTest {

    private static final int MANY = 2_500;

    @Inject
    Historic historic;

    @Inject
    TestClock clock;

    @AfterEach
    void theRealTimeAgain() {
        clock.reset();
        historic.round(); // nothing of a test is left for another to find
    }

    @Test
    void many_are_taken_in_the_background_and_told_of_in_portions() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());

        Response sent = Historic.send(address, many(past));
        sent.then().statusCode(202).body("state", equalTo("waiting")).body("rows", equalTo(MANY));
        assertThat(Historic.answers(address)).as("before they are taken").isEmpty();
        historic.round();

        Api.administrator(Token.LAKESIDE)
                .get(address)
                .then()
                .body("state", equalTo("imported"))
                .body("added", equalTo(MANY))
                .body("told", equalTo(MANY));
        assertThat(Database.select(
                                "select count(distinct key), count(*) from outbox o join response r on r.id::text = o.key"
                                        + " where r.import = ?::uuid",
                                Historic.id(address))
                        .get(0))
                .containsExactly((long) MANY, (long) MANY);
        assertThat(Historic.staged(address)).isZero();
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(202);
        historic.round();
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
        assertThat(Historic.answers(address)).isEmpty();
    }

    @Test
    void more_is_taken_than_of_anything_else_announced_or_in_chunks() throws IOException, InterruptedException {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        StringBuilder csv = new StringBuilder(Historic.HEADER);
        for (int line = 1; line <= 500; line++) {
            csv.append(past.reference()).append(',').append(line).append(",p").append(line);
            csv.append(",yes,3,6,2,5,4,,,,").append("not mapped ".repeat(500)).append('\n');
        }
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(2 << 20);

        Historic.dryRun(address, csv.toString()).then().statusCode(200).body("rows", equalTo(500));
        HttpResponse<String> chunked = HttpClient.newHttpClient()
                .send(
                        put(
                                address + "/file?dryRun=true",
                                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(chunked.statusCode()).as(chunked.body()).isEqualTo(200);
    }

    @Test
    void two_instances_take_one_once() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        Historic.send(address, many(past)).then().statusCode(202);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(historic::round), CompletableFuture.runAsync(historic::round))
                .join();

        assertThat(Historic.state(address)).isEqualTo("imported");
        assertThat(Historic.answers(address)).hasSize(MANY);
        assertThat(Database.count(
                        "outbox o join response r on r.id::text = o.key where r.import = ?::uuid",
                        Historic.id(address)))
                .isEqualTo(MANY);
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing_and_can_be_sent_again() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(many(past).getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        until(() -> Historic.staged(address) > 0);
                        throw new IOException("the connection is gone");
                    }
                });
        HttpRequest request = put(address + "/file", HttpRequest.BodyPublishers.ofInputStream(() -> broken));

        assertThat(catchThrowable(
                        () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding())))
                .isInstanceOf(IOException.class);

        until(() -> Historic.state(address).equals("expecting"));
        assertThat(Historic.state(address)).isEqualTo("expecting");
        assertThat(Historic.staged(address)).isZero();
        Historic.send(address, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n")
                .then()
                .statusCode(201);
    }

    @Test
    void what_an_instance_was_reading_when_it_stopped_is_expected_again() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        Database.update("update import set state = 'reading', attempt = 1 where id = ?::uuid", Historic.id(address));
        Database.update(
                "insert into import_task (institution, import, due_at, claim) values (?, ?::uuid, now() + interval '60 s',"
                        + " gen_random_uuid())",
                Token.LAKESIDE.id(),
                Historic.id(address));
        Historic.send(address, Historic.HEADER).then().statusCode(409);
        historic.round();
        assertThat(Historic.state(address)).as("it may yet speak").isEqualTo("reading");

        historic.later();

        assertThat(Historic.state(address)).isEqualTo("expecting");
        Historic.send(address, Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n")
                .then()
                .statusCode(201);
    }

    @Test
    void what_an_instance_was_telling_when_it_stopped_is_told_on() {
        Historic.Past past = historic.past();
        String address = Historic.imported(
                past,
                Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n" + past.reference()
                        + ",2,bob,yes,3,6,,,4,,,,\n");
        String first = Historic.answers(address).get(0);
        String second = Historic.answers(address).get(1);
        Database.update("delete from outbox where key = ?", second);
        Database.update(
                "update import set state = 'telling', told = 1, told_until = ?::uuid, ended_at = null where id = ?::uuid",
                first,
                Historic.id(address));
        Database.update(
                "insert into import_task (institution, import, due_at) values (?, ?::uuid, now())",
                Token.LAKESIDE.id(),
                Historic.id(address));

        historic.round();

        assertThat(Historic.state(address)).isEqualTo("imported");
        assertThat(Database.told(first)).hasSize(1);
        assertThat(Database.told(second)).hasSize(1);
    }

    @Test
    void what_is_cancelled_before_it_is_there_never_is() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        Historic.send(address, many(past)).then().statusCode(202);

        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
        historic.round();

        assertThat(Historic.state(address)).isEqualTo("cancelled");
        assertThat(Historic.staged(address)).isZero();
        assertThat(Historic.answers(address)).isEmpty();
        assertThat(Database.count("import_task where import = ?::uuid", Historic.id(address)))
                .isZero();
        Historic.send(address, Historic.HEADER)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:import-not-expecting"));
    }

    @Test
    void one_that_cannot_be_taken_has_failed_in_the_end_and_nothing_of_it_is_there() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        Historic.send(address, many(past)).then().statusCode(202);
        Database.update(
                "update import_row set pseudonym = (select pseudonym from import_row where import = ?::uuid limit 1)"
                        + " where import = ?::uuid",
                Historic.id(address),
                Historic.id(address));

        historic.round();
        assertThat(Historic.state(address)).isEqualTo("waiting");
        historic.later();
        historic.later(Duration.ofMinutes(10));

        assertThat(Historic.state(address)).isEqualTo("failed");
        assertThat(Historic.staged(address)).isZero();
        assertThat(Historic.answers(address)).isEmpty();
    }

    private static HttpRequest put(String path, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/survey/v1" + path))
                .header("Authorization", "Bearer " + Token.member(Token.LAKESIDE, Roles.INSTITUTION_ADMIN))
                .header("Content-Type", "text/csv")
                .PUT(body)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static String many(Historic.Past past) {
        StringBuilder csv = new StringBuilder(Historic.HEADER);
        for (int line = 1; line <= MANY; line++) {
            csv.append(past.reference()).append(',').append(line).append(",p").append(line);
            csv.append(",yes,3,6,2,5,4,Postdoc,Asian,,\n");
        }
        return csv.toString();
    }
}
