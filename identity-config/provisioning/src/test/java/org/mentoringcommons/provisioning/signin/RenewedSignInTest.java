package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.keycloak.CampusLogin;

/** Certificates are taken over on the word of a web address only beside one that was known before. */
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
                new CampusLogin.Saml(NAME, ADDRESS, false, List.of("known", "older"), null),
                null,
                Instant.EPOCH);
        signIn.activate();
    }

    @Test
    void certificates_beside_a_known_one_are_taken_over() {
        assertThat(signIn.renew(URL, says(ADDRESS, "new", "known"))).isEqualTo(SignIn.Renewal.TAKEN_OVER);

        assertThat(shown().certificates()).containsExactly("new", "known");
    }

    @Test
    void an_address_moves_with_a_known_certificate() {
        assertThat(signIn.renew(URL, says("https://elsewhere.example/sso", "known")))
                .isEqualTo(SignIn.Renewal.TAKEN_OVER);

        assertThat(shown().singleSignOn()).isEqualTo("https://elsewhere.example/sso");
    }

    @Test
    void certificates_of_which_none_is_known_change_nothing() {
        assertThat(signIn.renew(URL, says("https://elsewhere.example/sso", "new")))
                .isEqualTo(SignIn.Renewal.DOUBTED);

        assertThat(shown().certificates()).containsExactly("known", "older");
        assertThat(shown().singleSignOn()).isEqualTo(ADDRESS);
        assertThat(signIn.view("").state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void the_same_again_is_nothing_new() {
        assertThat(signIn.renew(URL, says(ADDRESS, "known", "older"))).isEqualTo(SignIn.Renewal.NOTHING);
    }

    private SamlView shown() {
        return signIn.view("").saml();
    }

    private static SamlMetadata says(String address, String... certificates) {
        return new SamlMetadata(NAME, address, false, List.of(certificates));
    }
}
