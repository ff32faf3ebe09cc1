package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;

/** Keys are taken over by themselves only on the word of a key that was known before. */
class RenewedSignInTest {

    private static final String URL = "https://login.lakeside.example/idp/metadata";
    private static final String ADDRESS = "https://login.lakeside.example/sso";
    private static final String NAME = "https://login.lakeside.example/idp";

    private final SignIn signIn = new SignIn("lakeside", Instant.EPOCH);

    @BeforeEach
    void peopleSignInThere() {
        signIn.want(
                new WantedSignIn(
                        null,
                        null,
                        null,
                        new WantedSaml(URL, null, null),
                        "lakeside.example",
                        WantedSignIn.Newcomers.NONE),
                new CampusLogin.Saml(NAME, ADDRESS, false, List.of(base64("known"), base64("older")), null),
                null,
                Instant.EPOCH);
        signIn.activate();
    }

    @Test
    void what_a_known_key_has_signed_is_taken_over() {
        assertThat(signIn.renew(URL, signed("known", "https://elsewhere.example/sso", "new")))
                .isEqualTo(SignIn.Renewal.TAKEN_OVER);

        assertThat(shown().certificates()).containsExactly("bmV3");
        assertThat(shown().singleSignOn()).isEqualTo("https://elsewhere.example/sso");
        assertThat(signIn.view("", null).state()).isEqualTo(State.REQUESTED);
    }

    @Test
    void a_new_certificate_beside_a_known_one_proves_nothing() {
        assertThat(signIn.renew(URL, says(ADDRESS, "new", "known", "older"))).isEqualTo(SignIn.Renewal.DOUBTED);

        assertThat(shown().certificates()).containsExactly("a25vd24=", "b2xkZXI=");
        assertThat(signIn.view("", null).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void another_address_with_known_certificates_proves_nothing() {
        assertThat(signIn.renew(URL, says("https://elsewhere.example/sso", "known", "older")))
                .isEqualTo(SignIn.Renewal.DOUBTED);

        assertThat(shown().singleSignOn()).isEqualTo(ADDRESS);
    }

    @Test
    void a_key_given_up_needs_no_proof_as_nobody_else_comes_in_by_it() {
        assertThat(signIn.renew(URL, says(ADDRESS, "known"))).isEqualTo(SignIn.Renewal.TAKEN_OVER);

        assertThat(shown().certificates()).containsExactly("a25vd24=");
    }

    @Test
    void a_key_that_is_not_trusted_any_more_proves_nothing() {
        signIn.renew(URL, says(ADDRESS, "known"));
        signIn.activate();

        assertThat(signIn.renew(URL, signed("older", ADDRESS, "new"))).isEqualTo(SignIn.Renewal.DOUBTED);
    }

    @Test
    void an_old_signed_document_brings_no_key_back_that_was_given_up() {
        signIn.renew(URL, says(ADDRESS, "known"));
        signIn.activate();

        assertThat(signIn.renew(URL, signed("known", ADDRESS, "known", "older")))
                .isEqualTo(SignIn.Renewal.DOUBTED);

        signIn.take(says(ADDRESS, "known", "older").metadata()); // an administrator's yes
        signIn.activate();
        assertThat(signIn.renew(URL, signed("known", ADDRESS, "known", "older", "new")))
                .isEqualTo(SignIn.Renewal.TAKEN_OVER);
    }

    @Test
    void the_same_again_in_whatever_order_is_nothing_new() {
        assertThat(signIn.renew(URL, says(ADDRESS, "older", "known"))).isEqualTo(SignIn.Renewal.NOTHING);
    }

    private SamlView shown() {
        return signIn.view("", null).saml();
    }

    private static Announced says(String address, String... certificates) {
        return new Announced(metadata(address, certificates), Optional.empty());
    }

    private static Announced signed(String by, String address, String... certificates) {
        return new Announced(metadata(address, certificates), Optional.of(base64(by)));
    }

    private static SamlMetadata metadata(String address, String... certificates) {
        return new SamlMetadata(
                NAME,
                address,
                false,
                Arrays.stream(certificates).map(RenewedSignInTest::base64).toList());
    }

    private static String base64(String certificate) {
        return Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.UTF_8));
    }
}
