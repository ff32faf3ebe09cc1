package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Keycloak;

/** A campus changes its keys by announcing them in metadata that a key known before has signed. */
@QuarkusTest
class RenewalsTest extends AnnouncingCampus {

    @Test
    void a_new_key_is_trusted_beside_the_old_one_and_then_the_old_one_no_more() throws IOException {
        campus.show(SigningKey.CAMPUS.sign(says(SigningKey.NEXT, SigningKey.CAMPUS)));
        anHourLater();
        assertThat(trusted()).isEqualTo(NEXT + "," + KNOWN);

        campus.show(SigningKey.NEXT.sign(says(SigningKey.NEXT)));
        anHourLater();

        assertThat(trusted()).isEqualTo(NEXT);
        assertThat(provider().getString("organizationId")).isEqualTo(id);
        assertThat(mappers()).contains("email", "newcomers");
        assertThat(shown().getString("state")).isEqualTo("active");
        assertThat(shown().getList("saml.certificates")).containsExactly(NEXT);
        assertThat(shown().getString("saml.proposed")).isNull();
        assertThat(deeds("sign-in.renewed")).hasSize(2);
    }

    @Test
    void a_new_key_announced_while_keycloak_is_away_is_trusted_when_it_is_back() throws IOException {
        campus.show(SigningKey.CAMPUS.sign(says(SigningKey.NEXT)));
        Keycloak.goesAway();
        anHourLater();
        Keycloak.isBack();

        again.settle();

        assertThat(trusted()).isEqualTo(NEXT);
    }

    @Test
    void a_sign_on_address_moves_if_a_known_key_says_so() throws IOException {
        campus.show(SigningKey.CAMPUS.sign(moved(says(SigningKey.CAMPUS))));

        anHourLater();

        assertThat(provider().getString("config.singleSignOnServiceUrl")).endsWith("/elsewhere");
        assertThat(shown().getString("saml.problem")).isNull();
    }

    @Test
    void a_key_given_up_is_trusted_no_more_without_any_signature() throws IOException {
        campus.show(says(SigningKey.NEXT, SigningKey.CAMPUS));
        confirmed();
        campus.show(says(SigningKey.NEXT));

        anHourLater();

        assertThat(trusted()).isEqualTo(NEXT);
        assertThat(deeds("sign-in.renewed")).hasSize(1);
    }

    @Test
    void metadata_that_say_the_same_change_nothing_not_even_the_revision() {
        String revision = shown().getString("revision");

        anHourLater();

        assertThat(campus.readings()).isEqualTo(2);
        assertThat(shown().getString("revision")).isEqualTo(revision);
        assertThat(deeds("sign-in.renewed")).isEmpty();
    }

    @Test
    void what_was_read_lately_is_not_read_again() {
        renewals.renewEverything();

        assertThat(campus.readings()).isEqualTo(1);
    }

    @Test
    void metadata_that_cannot_be_read_are_told_and_those_before_hold() throws IOException {
        campus.show("");

        anHourLater();

        assertThat(shown().getString("saml.problem")).isEqualTo("has no metadata at " + campus.url());
        assertThat(shown().getString("saml.campusMetadataUrl")).isEqualTo(campus.url());
        assertThat(trusted()).isEqualTo(KNOWN);
        campus.show(says(SigningKey.CAMPUS));
        anHourLater();
        assertThat(shown().getString("saml.problem")).isNull();
    }

    @Test
    void whoever_calls_itself_differently_is_not_trusted_in_its_place_even_if_signed() throws IOException {
        campus.show(SigningKey.CAMPUS.sign(says(SigningKey.NEXT).replace("/idp\"", "/another\"")));

        anHourLater();

        assertThat(shown().getString("saml.problem")).isEqualTo("calls itself differently now");
        assertThat(shown().getString("saml.proposed")).isNull();
        assertThat(trusted()).isEqualTo(KNOWN);
    }

    @Test
    void several_instances_read_it_once() {
        makeOld();

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> renewals.renewEverything()))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(campus.readings()).isEqualTo(2);
    }
}
