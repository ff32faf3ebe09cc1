package org.mentoringcommons.provisioning.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.provisioning.Api;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

@QuarkusTest
class IdempotencyTest {

    private static final Map<String, Object> PORTAL = Map.of("name", "Campus", "roles", List.of("portal"));

    @Inject
    Attempts attempts;

    private final String alias = Api.fresh("lakeside");
    private final Map<String, Object> institution = Api.newInstitution(alias, "midwest");
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void aHub() {
        Api.hub("midwest");
    }

    @AfterEach
    void nothingFails() {
        Database.update("drop trigger if exists crash on idempotency");
        Database.update("drop trigger if exists crash on institution");
        Keycloak.isBack();
    }

    @Test
    void the_same_request_gets_the_same_answer_and_takes_effect_once() {
        Response first = Api.operator().post("/institutions", key, institution);

        Response second = Api.operator().post("/institutions", key, institution);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertSame(second, first);
        assertThat(Database.texts("select version from outbox where data::json ->> 'alias' = ?", alias))
                .hasSize(1);
        assertThat(Api.operator().post("/institutions", institution).statusCode())
                .as("without the key")
                .isEqualTo(409);
    }

    @Test
    void a_portal_s_secret_is_answered_again_and_nobody_else_can_read_it() {
        Api.institution(alias);
        Response first = Api.operator().post(portals(), key, PORTAL);
        String secret = first.jsonPath().getString("clientSecret");

        Response second = Api.operator().post(portals(), key, PORTAL);

        assertSame(second, first);
        assertThat(second.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Keycloak.clientGrant(first.jsonPath().getString("clientId"), secret, alias)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.operator().get(portals()).jsonPath().getList("clientId")).hasSize(1);
        assertThat(String.join(
                        "", Database.texts("select encode(answer, 'escape') || idempotency::text from idempotency")))
                .isNotEmpty()
                .doesNotContain(secret)
                .doesNotContain(key);
        assertThat(Api.hubAdministrator("somebody-else")
                        .post(portals(), key, PORTAL)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_key_names_one_request() {
        Api.made(Api.operator().post("/institutions", key, institution));

        Response answer = Api.operator().post("/institutions", key, Api.with(institution, "name", "Another"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("Idempotency-Key");
        assertThat(Api.operator()
                        .post("/hubs", key, Map.of("key", alias, "name", "x"))
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in it", "ä-key-of-sixteen-characters"})
    void a_key_that_others_could_guess_or_that_is_none_is_refused(String bad) {
        Response answer = Api.operator().post("/institutions", bad, institution);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("Idempotency-Key");
    }

    @Test
    void of_the_same_request_sent_many_times_at_once_one_takes_effect() {
        List<Response> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> Api.operator().post(hubs(), key, Map.of("key", alias, "name", "Hub"))))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409))
                .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409).map(answer -> answer.jsonPath()
                        .getString("type")))
                .allSatisfy(type -> assertThat(type).endsWith("request-under-way"));
        assertThat(Api.operator()
                        .post(hubs(), key, Map.of("key", alias, "name", "Hub"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_request_that_was_refused_can_be_corrected_under_its_key() {
        assertThat(Api.operator()
                        .post("/institutions", key, Api.with(institution, "timeZone", "Nowhere"))
                        .statusCode())
                .isEqualTo(400);

        Response answer = Api.operator().post("/institutions", key, institution);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    @Test
    void an_institution_that_turned_out_to_be_impossible_can_be_corrected_under_its_key() {
        Api.institution(Api.fresh("other"));
        String taken = Api.fresh("taken");
        Api.institution(taken);
        Map<String, Object> impossible = Api.with(
                institution,
                "administrator",
                Api.with(Api.person("admin." + alias), "email", "admin." + taken + "@people.example"));
        assertThat(Api.operator().post("/institutions", key, impossible).statusCode())
                .isEqualTo(409);

        Response answer = Api.operator().post("/institutions", key, institution);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }

    @Test
    void a_request_in_other_hands_is_under_way_until_those_must_be_dead() {
        crashes("idempotency", "old.answer is null and new.answer is not null");
        Api.made(Api.operator().post("/institutions", key, institution));
        recovered();

        Response early = Api.operator().post("/institutions", key, institution);
        leaseIsOver();
        Response late = Api.operator().post("/institutions", key, institution);

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.jsonPath().getString("type")).endsWith("request-under-way");
        assertThat(late.statusCode()).as(late.asString()).isEqualTo(201);
    }

    @Test
    void a_crash_before_anything_was_written_leaves_a_request_that_begins_anew() {
        Api.operator(); // the transaction that writes the institution fails, and takes the record's word for it along
        crashes("institution", "new.alias = '" + alias + "'", "insert");
        assertThat(Api.operator().post("/institutions", key, institution).statusCode())
                .isGreaterThanOrEqualTo(400);
        recovered();
        leaseIsOver();

        Response answer = Api.operator().post("/institutions", key, institution);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(Keycloak.organizations(alias)).hasSize(1);
    }

    @Test
    void a_crash_between_the_effect_and_the_answer_leaves_one_institution_and_the_same_answer() {
        crashes("idempotency", "old.answer is null and new.answer is not null");
        Response first = Api.operator().post("/institutions", key, institution);
        recovered();
        leaseIsOver();

        Response second = Api.operator().post("/institutions", key, institution);

        assertSame(second, first);
        assertThat(Keycloak.organizations(alias)).hasSize(1);
        assertSame(Api.operator().post("/institutions", key, institution), first);
    }

    @Test
    void a_portal_whose_answer_was_lost_gets_a_secret_that_works_and_there_is_one_portal() {
        Api.institution(alias);
        crashes("idempotency", "old.answer is null and new.answer is not null");
        String lost = Api.operator().post(portals(), key, PORTAL).jsonPath().getString("clientSecret");
        recovered();
        leaseIsOver();

        Response answer = Api.operator().post(portals(), key, PORTAL);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String clientId = answer.jsonPath().getString("clientId");
        assertThat(Api.operator().get(portals()).jsonPath().getList("clientId")).containsExactly(clientId);
        assertThat(Keycloak.clientGrant(clientId, answer.jsonPath().getString("clientSecret"), alias)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Keycloak.clientGrant(clientId, lost, alias).statusCode()).isEqualTo(401);
    }

    @Test
    void members_and_administrators_too_are_made_once() {
        Api.institution(alias);
        Map<String, Object> member = Api.person(Api.fresh("kofi"), "facilitator");
        Response first = Api.operator().post("/institutions/" + alias + "/members", key, member);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        Database.update(
                "update idempotency set answer = null, leased_until = now() where effect like '%/" + alias + "/%'");

        assertSame(Api.operator().post("/institutions/" + alias + "/members", key, member), first);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        Api.made(Api.operator().post(hubs(), key, Map.of("key", alias, "name", "Hub")));
        Database.update(
                "update idempotency set begun_at = now() - interval '25 hours' where effect = ?", "hub/" + alias);

        Response answer = Api.operator().post(hubs(), key, Map.of("key", alias, "name", "Hub"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("type")).endsWith("hub-exists");
        Database.update(
                "insert into idempotency values ('x', 'x', 'x', 1, now() - interval '25 hours', now(), null, null)");
        attempts.forgetOld();
        assertThat(Database.texts("select caller from idempotency where caller = 'x'"))
                .isEmpty();
    }

    private String portals() {
        return "/institutions/" + alias + "/portals";
    }

    private static String hubs() {
        return "/hubs";
    }

    /** What a crash at that point leaves: the transaction never commits. */
    private static void crashes(String table, String when, String... events) {
        Database.update(
                """
                create or replace function crash() returns trigger language plpgsql as
                $$ begin raise exception 'crash'; end $$""");
        Database.update("create trigger crash before " + (events.length == 0 ? "update" : events[0]) + " on " + table
                + " for each row when (" + when + ") execute function crash()");
    }

    private static void recovered() {
        Database.update("drop trigger if exists crash on idempotency");
        Database.update("drop trigger if exists crash on institution");
    }

    private static void leaseIsOver() {
        Database.update("update idempotency set leased_until = now() - interval '1 second' where answer is null");
    }

    private static void assertSame(Response second, Response first) {
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(first.statusCode());
        assertThat(second.header("Location")).isNotNull().isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(second.asString()).isEqualTo(first.asString());
    }
}
