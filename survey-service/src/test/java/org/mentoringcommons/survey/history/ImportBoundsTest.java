package org.mentoringcommons.survey.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.tenancy.contract.Token;

/** How many imports there are, what of a file is at rest while it waits, and who clears up when it is ended meanwhile. */
@QuarkusTest
class ImportBoundsTest {

    private static final String SOME =
            "insert into import (tenant, id, protocol, source, mapping, mapping_hash, requested_by, requested_at, state)"
                    + " select tenant, gen_random_uuid(), protocol, source, mapping, mapping_hash, requested_by, requested_at, ?"
                    + " from import cross join generate_series(1, ?) where id = ?::uuid";

    @Inject
    Historic historic;

    @Test
    void as_many_are_kept_as_may_be_and_those_that_came_to_nothing_do_not_count() {
        Historic.Past past = historic.past();
        String first = Historic.id(Historic.prepared(past, past.mapping()));
        Database.update(SOME, "cancelled", 998, first);
        Database.update(SOME, "failed", 1, first);
        Database.update(SOME, "undone", 1, first);
        Historic.prepare(past, past.mapping()).then().statusCode(201);

        Database.update(
                "update import set state = 'imported' where protocol = ?::uuid and state = 'cancelled'",
                past.protocol());

        Historic.prepare(past, past.mapping())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:imports-kept"));
        Database.update(SOME, "cancelled", 19_000, first);
        Database.update(
                "update import set state = 'undone' where protocol = ?::uuid and state = 'imported'", past.protocol());
        Historic.prepare(past, past.mapping()).then().statusCode(409);
    }

    @Test
    void as_many_are_under_way_at_once_as_may_be() {
        Historic.Past past = historic.past();
        String address = Historic.prepared(past, past.mapping());
        String csv = Historic.HEADER + past.reference() + ",1,ann,yes,3,6,,,4,,,,\n";
        Database.update(SOME, "waiting", 3, Historic.id(address));

        Historic.send(address, csv)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:imports-under-way"));
        Database.update(
                "update import set state = 'failed' where protocol = ?::uuid and state = 'waiting'", past.protocol());

        Historic.send(address, csv).then().statusCode(201);
    }

    @Test
    void while_answers_wait_nothing_tells_on_which_lines_they_stood() {
        Historic.Past past = historic.unheardOf();
        String address = Historic.prepared(past, past.mapping());
        StringBuilder csv = new StringBuilder(Historic.HEADER);
        for (int line = 1; line <= 40; line++) {
            csv.append(past.reference()).append(',').append(line).append(",p").append(line);
            csv.append(",yes,3,6,2,5,4,,,Line ").append(line).append(",\n");
        }

        Historic.send(address, csv.toString()).then().statusCode(202);

        for (String order : List.of("line", "ctid")) {
            List<List<Object>> said = Database.select(
                    "select texts ->> 'planned_changes', line from import_row where import = ?::uuid order by " + order,
                    Historic.id(address));
            assertThat(said).hasSize(40).allSatisfy(row -> assertThat((Integer) row.get(1))
                    .isNegative());
            assertThat(said.stream()
                            .map(row -> Integer.parseInt(row.get(0).toString().substring(5))))
                    .as(order)
                    .isNotEqualTo(java.util.stream.IntStream.rangeClosed(1, 40)
                            .boxed()
                            .toList());
            assertThat(said.stream().map(row -> row.get(0)).distinct()).hasSize(40);
        }
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
    }

    @Test
    void a_workshop_that_is_being_made_while_its_import_is_ended_goes_without_being_asked_again() {
        Historic.Past past = historic.past();
        String reference = "held-" + UUID.randomUUID();
        Map<String, Object> mapping = past.mapping();
        mapping.put("workshops", List.of(Historic.declared(past, reference)));
        String address = Historic.prepared(past, mapping);

        CompletableFuture<Response> sent = CompletableFuture.supplyAsync(
                () -> Historic.send(address, Historic.HEADER + reference + ",1,ann,yes,3,6,,,4,,,,\n"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.getProperty("test.held." + reference) == null) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        Api.administrator(Token.LAKESIDE).delete(address).then().statusCode(204);
        System.setProperty("test.let." + reference, "yes");

        sent.join().then().statusCode(409).body("type", equalTo("urn:mentoring-commons:problem:import-lost"));
        assertThat(System.getProperty("test.past." + reference)).isNull();
    }
}
