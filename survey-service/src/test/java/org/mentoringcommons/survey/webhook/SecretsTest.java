package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.webhook.Hooks.Hook;

@QuarkusTest
class SecretsTest extends WithAPortal {

    @Test
    void a_secret_is_shown_once_and_stored_nowhere() {
        Hook hook = Hooks.at(institution, portal);

        byte[] secret = Base64.getDecoder().decode(hook.secret().substring("whsec_".length()));
        assertThat(secret).hasSize(32);
        Api.portal(institution).get(hook.path()).then().statusCode(200).body("secret", nullValue());
        Api.portal(institution).get("/webhooks").then().body("[0].secret", nullValue());
        Api.portal(institution)
                .put(hook.path(), Map.of("url", portal.url(), "events", java.util.List.of("wave.opened")))
                .then()
                .statusCode(200)
                .body("secret", nullValue());
        assertThat(Database.select("select w::text from webhook w where id = ?::uuid", hook.id())
                        .toString())
                .doesNotContain(hook.secret().substring(6))
                .doesNotContain(java.util.HexFormat.of().formatHex(secret));
    }

    @Test
    void an_answer_that_shows_a_secret_is_kept_by_no_cache() {
        Response made = Hooks.add(institution, portal.url(), "wave.opened");
        Response rotated = Api.portal(institution).post("/webhooks/" + made.path("id") + "/secrets", Map.of());

        for (Response shown : java.util.List.of(made, rotated)) {
            shown.then().body("secret", notNullValue()).header("Cache-Control", "no-store");
        }
    }

    @Test
    void two_webhooks_have_two_secrets_also_one_that_comes_after_another_at_the_same_address() {
        Hook first = Hooks.at(institution, portal);
        Api.portal(institution).delete(first.path()).then().statusCode(204);

        Hook second = Hooks.at(institution, portal);

        assertThat(second.secret()).isNotEqualTo(first.secret());
    }

    @Test
    void while_two_secrets_overlap_each_vouches_and_then_the_new_one_alone() {
        Hook hook = Hooks.at(institution, portal);
        Instant now = Instant.parse("2026-05-04T12:00:00Z");
        clock.set(now);
        String next = rotate(hook, Map.of("overlap", "P2D"));
        hook.ping();
        hooks.round();
        clock.set(now.plus(java.time.Duration.ofDays(2)));
        Api.portal(institution).get(hook.path()).then().body("formerSecretUntil", nullValue());
        hook.ping();
        hooks.round();

        assertThat(portal.arrived()).hasSize(2);
        assertThat(portal.arrived().get(0).signedBy(hook.secret())).isEqualTo(1);
        assertThat(portal.arrived().get(0).signedBy(next)).isEqualTo(1);
        assertThat(portal.arrived().get(1).signedBy(hook.secret())).isZero();
        assertThat(portal.arrived().get(1).signedBy(next)).isEqualTo(1);
    }

    @Test
    void one_that_leaked_is_good_no_more_at_once() {
        Hook hook = Hooks.at(institution, portal);

        String next = Api.portal(institution)
                .post(hook.path() + "/secrets", Map.of("overlap", "PT0S"))
                .path("secret");
        hook.ping();
        hooks.round();

        assertThat(portal.arrived().get(0).signedBy(hook.secret())).isZero();
        assertThat(portal.arrived().get(0).signedBy(next)).isEqualTo(1);
    }

    @Test
    void of_three_the_two_younger_are_good_and_what_is_sent_again_is_signed_anew() {
        Hook hook = Hooks.at(institution, portal);
        clock.set(Instant.parse("2026-05-04T12:00:00Z"));
        portal.answersWith(503);
        hook.ping();
        hooks.round();
        String second = rotate(hook, Map.of());
        String third = rotate(hook, Map.of());
        portal.answersWith(204);
        clock.set(clock.instant().plusSeconds(10));
        hooks.round();

        assertThat(portal.arrived()).hasSize(2);
        Receiver.Arrived again = portal.arrived().get(1);
        assertThat(again.signedBy(hook.secret())).isZero();
        assertThat(again.signedBy(second)).isEqualTo(1);
        assertThat(again.signedBy(third)).isEqualTo(1);
        assertThat(again.headers().get("webhook-timestamp"))
                .isNotEqualTo(portal.arrived().get(0).headers().get("webhook-timestamp"));
        assertThat(again.id()).isEqualTo(portal.arrived().get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "PT-1S", "PT720H0.001S"})
    void an_overlap_that_will_not_do_is_named(String overlap) {
        Hook hook = Hooks.at(institution, portal);

        Api.portal(institution)
                .post(hook.path() + "/secrets", Map.of("overlap", overlap))
                .then()
                .statusCode(400)
                .body("type", endsWith(":secret-unfit"))
                .body("violations.field", contains("overlap"));
    }

    private static String rotate(Hook hook, Map<String, Object> wanted) {
        return Api.portal(hook.institution())
                .post(hook.path() + "/secrets", wanted)
                .then()
                .statusCode(200)
                .body("secret", notNullValue())
                .body("secret", not(hook.secret()))
                .body("formerSecretUntil", notNullValue())
                .extract()
                .path("secret");
    }
}
