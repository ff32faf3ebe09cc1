package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.webhook.Hooks.Hook;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ManagingTest {

    @Inject
    Hooks hooks;

    private final Tenant institution = Hooks.institution();
    private Receiver portal;

    @BeforeEach
    void aPortal() {
        Hooks.forgetAll();
        portal = new Receiver();
    }

    @AfterEach
    void nothingIsLeft() {
        portal.close();
        Hooks.forgetAll();
    }

    @Test
    void a_portal_manages_its_institutions_webhooks_as_its_administrator_does() {
        Hook hook = Hooks.at(institution, portal, "wave.closed", "wave.opened", "wave.closed");

        Api.portal(institution)
                .get("/webhooks")
                .then()
                .body("id", contains(hook.id()))
                .body("[0].events", contains("wave.opened", "wave.closed"));
        Api.portal(institution).delete(hook.path()).then().statusCode(204);
        Api.administrator(institution)
                .get(hook.path())
                .then()
                .statusCode(404)
                .body("type", endsWith(":webhook-not-found"));
        assertThat(Database.count("webhook_lane where webhook = ?::uuid", hook.id()))
                .isZero();
    }

    @Test
    void another_institution_finds_nothing_of_it() {
        Hook hook = Hooks.at(institution, portal);
        hook.ping();
        String message = (String) hook.only().get("id");
        Api stranger = Api.administrator(Token.HILLTOP);

        for (Response answer : List.of(
                stranger.get(hook.path()),
                stranger.get(hook.path() + "/messages"),
                stranger.get(hook.path() + "/messages/" + message),
                stranger.post(hook.path() + "/messages/" + message + "/replay", Map.of()),
                stranger.post(hook.path() + "/messages/replay", Map.of()),
                stranger.post(hook.path() + "/ping", Map.of()),
                stranger.post(hook.path() + "/secrets", Map.of()),
                stranger.put(hook.path(), Map.of("url", portal.url(), "events", List.of("wave.opened"))),
                stranger.delete(hook.path()))) {
            answer.then().statusCode(404);
        }
        stranger.get("/webhooks").then().body("id", org.hamcrest.Matchers.not(hasItem(hook.id())));
        Hooks.add(Token.HILLTOP, portal.url(), "wave.opened").then().statusCode(201); // the same address, of its own
        Api.administrator(Token.HILLTOP)
                .get("/webhooks")
                .jsonPath()
                .getList("id", String.class)
                .forEach(id -> Api.portal(Token.HILLTOP)
                        .delete("/webhooks/" + id)
                        .then()
                        .statusCode(204));
    }

    @Test
    void what_is_asked_for_wrongly_is_named() {
        Hooks.add(institution, portal.url(), "wave.opened", "wave.vanished")
                .then()
                .statusCode(400)
                .body("type", endsWith(":unreadable-body"))
                .body("violations.field", contains("events[1]"))
                .body("violations[0].message", containsString("wave.answered"));
        Hooks.add(institution, portal.url())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(endsWith("events")));
        Api.administrator(institution)
                .post("/webhooks", Map.of("events", List.of("wave.opened")))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(endsWith("url")));
        Api.administrator(institution)
                .post(
                        "/webhooks",
                        Map.of("url", portal.url(), "events", List.of("wave.opened"), "description", "a\u0000b"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(endsWith("description")));
        Hook hook = Hooks.at(institution, portal);
        Api.portal(institution)
                .get(hook.path() + "/messages?state=lost")
                .then()
                .statusCode(400)
                .body("violations.field", contains("state"));
    }

    @Test
    void an_address_has_one_webhook_and_an_institution_so_many_however_they_are_asked_for() {
        Hooks.at(institution, portal);
        Hooks.add(institution, portal.url(), "wave.opened")
                .then()
                .statusCode(409)
                .body("type", endsWith(":webhook-exists"))
                .body("violations.field", contains("url"));

        List<Integer> answers = IntStream.range(0, 14)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> Hooks.add(institution, portal.url() + "/" + number, "wave.opened")
                                .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(9);
        assertThat(answers).containsOnly(201, 409);
        Hooks.add(institution, portal.url() + "/more", "wave.opened")
                .then()
                .statusCode(409)
                .body("type", endsWith(":too-many-webhooks"));
    }

    @Test
    void a_change_of_what_was_changed_since_is_refused() {
        Hook hook = Hooks.at(institution, portal);
        Map<String, Object> wanted = Map.of("url", portal.url(), "events", List.of("wave.opened"));
        String read = Api.portal(institution).get(hook.path()).header("ETag");
        Api.portal(institution).putIfMatch(hook.path(), read, wanted).then().statusCode(200);

        Api.portal(institution)
                .putIfMatch(hook.path(), read, wanted)
                .then()
                .statusCode(412)
                .body("type", endsWith(":changed-since-read"));
    }

    @Test
    void messages_that_wait_go_where_the_webhook_goes_now_or_with_it() {
        try (Receiver other = new Receiver()) {
            Hook hook = Hooks.at(institution, portal);
            hook.ping();
            Api.portal(institution)
                    .put(hook.path(), Map.of("url", other.url(), "events", List.of("wave.opened")))
                    .then()
                    .statusCode(200);
            hooks.round();
            assertThat(other.types()).containsExactly("ping");

            hook.ping();
            Api.portal(institution).delete(hook.path()).then().statusCode(204);
            hooks.round();
            assertThat(other.types()).containsExactly("ping");
            assertThat(portal.arrived()).isEmpty();
            assertThat(Database.count("webhook_message where webhook = ?::uuid", hook.id()))
                    .isZero();
        }
    }

    @Test
    void pages_of_messages_lead_on_and_repeat_none() {
        Hook hook = Hooks.at(institution, portal);
        for (int number = 0; number < 3; number++) {
            hook.ping();
            hooks.round();
        }
        Api api = Api.portal(institution);

        Response first = api.get(hook.path() + "/messages?limit=2");
        Response second = api.next(first);

        assertThat(first.jsonPath().getList("id")).hasSize(2).doesNotContainAnyElementsOf(second.path("id"));
        assertThat(second.jsonPath().getList("id")).hasSize(1);
        assertThat(api.next(second)).isNull();
        api.get(hook.path() + "/messages?state=dead").then().body("id", empty());
    }

    @Test
    void who_did_what_is_on_the_institutions_record_without_the_path_of_the_address() {
        Hook hook = Hooks.at(institution, portal);
        Api.portal(institution).post(hook.path() + "/secrets", Map.of()).then().statusCode(200);
        Api.portal(institution).delete(hook.path()).then().statusCode(204);

        Api.administrator(institution)
                .get("/audit")
                .then()
                .body("action", contains("webhook.removed", "webhook-secret.rotated", "webhook.made"))
                .body("[2].detail", equalTo("at 127.0.0.1, of release.frozen"));
    }
}
