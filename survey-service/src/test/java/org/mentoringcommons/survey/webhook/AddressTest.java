package org.mentoringcommons.survey.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.webhook.Hooks.Hook;

/** Nobody looks around behind our firewall by giving us addresses, at whatever moment a name begins to lead there. */
@QuarkusTest
class AddressTest extends WithAPortal {

    @Inject
    TestNames names;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://public.example/hooks | is not https",
                "ftp://public.example/hooks | is not https",
                "portal | is not https",
                "/hooks | is not https",
                "https://public.example:99999/ | has no port that there is",
                "https://public.example:0/ | has no port that there is",
                "https://somebody:secret@public.example/ | has a user name or password in it",
                "https://@public.example/ | has a user name or password in it",
                "https://public.example/#here | has a fragment",
                "https:///hooks | names no host",
                "https://under_score.example/ | names no host",
                "https://a b/ | is no url",
                "https://public.example/caf\u00e9 | has characters that are not ASCII; they have to be encoded",
                "https://public.example/?for=\u20ac | has characters that are not ASCII; they have to be encoded",
                "https://m\u00fcnchen.example/ | has characters that are not ASCII; they have to be encoded",
                "https://nowhere.example/ | leads to no public address",
                "https://10.0.0.8/ | leads to no public address",
                "https://169.254.169.254/latest | leads to no public address",
                "https://[::1]/ | leads to no public address",
                "https://[::ffff:10.0.0.8]/ | leads to no public address",
                "https://[fd00::8]/ | leads to no public address",
                "https://inner.example/ | leads to no public address",
                "https://both.example/ | leads to no public address",
                "https://ours-and-inner.example/ | leads to no public address",
            })
    void a_url_that_will_not_do_is_refused_with_the_reason(String url, String reason) {
        names.lead("public.example", "93.184.215.14");
        names.lead("inner.example", "192.168.7.7");
        names.lead("both.example", "93.184.215.14", "192.168.7.7");
        names.lead("ours-and-inner.example", "127.0.0.1", "192.168.7.7");

        Hooks.add(institution, url.strip(), "wave.opened")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith(":webhook-unfit"))
                .body("violations.field", contains("url"))
                .body("violations.message", contains(reason));
        Api.portal(institution).get("/webhooks").then().body("size()", equalTo(0));
    }

    @Test
    void one_of_the_public_internet_will_do_and_is_not_asked_for_anything_yet() {
        names.lead("public.example", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c");

        Hooks.add(institution, "https://public.example:8443/hooks?for=us", "wave.opened")
                .then()
                .statusCode(201);
    }

    @Test
    void a_name_that_leads_inside_later_is_not_followed() {
        names.lead("moving.example", "93.184.215.14");
        String url = "https://moving.example:" + portal.port() + "/hooks";
        String id = Hooks.add(institution, url, "wave.opened")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Hook hook = new Hook(institution, id, null);
        hook.ping();

        names.lead("moving.example", "10.0.0.8");
        hooks.round();

        assertThat(hook.only()).containsEntry("state", "waiting").containsEntry("outcome", "address-refused");
        names.lead("moving.example", "127.0.0.1", "10.0.0.8");
        clock.set(Instant.parse((String) hook.only().get("dueAt")).plusSeconds(1));
        hooks.round();
        assertThat(hook.only()).containsEntry("attempts", 2).containsEntry("outcome", "address-refused");
        names.leadNowhere("moving.example");
        clock.set(Instant.parse((String) hook.only().get("dueAt")).plusSeconds(1));
        hooks.round();
        assertThat(hook.only())
                .as("which names there are inside is not told")
                .containsEntry("attempts", 3)
                .containsEntry("outcome", "address-refused");
        assertThat(portal.arrived()).isEmpty();
    }

    @Test
    void the_address_that_was_looked_at_is_connected_to_whatever_the_name_leads_to_elsewhere() {
        names.lead("portal.invalid", "127.0.0.1"); // nobody else can look this up
        String id = Hooks.add(institution, portal.url("portal.invalid"), "wave.opened")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        new Hook(institution, id, null).ping();

        hooks.round();

        assertThat(portal.arrived())
                .extracting(Receiver.Arrived::host)
                .containsExactly("portal.invalid:" + portal.port());
    }

    @Test
    void a_redirect_is_not_followed_wherever_it_leads() {
        try (Receiver elsewhere = new Receiver()) {
            Hook hook = Hooks.at(institution, portal);
            portal.redirectsTo(elsewhere.url());
            hook.ping();

            hooks.round();

            assertThat(portal.arrived()).hasSize(1);
            assertThat(elsewhere.arrived()).isEmpty();
            assertThat(hook.only()).containsEntry("state", "waiting").containsEntry("outcome", "status-307");
        }
    }

    @Test
    void a_changed_address_is_looked_at_as_a_new_one_is() {
        Hook hook = Hooks.at(institution, portal);

        Api.portal(institution)
                .put(hook.path(), Map.of("url", "https://10.0.0.8/", "events", List.of("wave.opened")))
                .then()
                .statusCode(400)
                .body("violations.field", contains("url"));
    }
}
