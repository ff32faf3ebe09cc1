package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** A campus changes its keys by announcing them in its metadata. */
@QuarkusTest
class RenewalsTest extends CampusLogins {

    @Inject
    Renewals renewals;

    private ShownMetadata campus;
    private String before;

    @BeforeEach
    void aCampusThatShowsItsMetadata() throws IOException {
        campus = new ShownMetadata(ofTheCampus());
        confirmed();
        before = provider().getString("config.signingCertificate");
    }

    @AfterEach
    void nobodyIsLeft() {
        campus.close();
    }

    @Test
    void a_new_key_is_trusted_beside_the_old_one_and_then_the_old_one_no_more() throws IOException {
        campus.show(withTheKeyBesides());
        anHourLater();
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(another() + "," + before);

        campus.show(withTheKeyOf(another()));
        anHourLater();

        assertThat(provider().getString("config.signingCertificate")).isEqualTo(another());
        assertThat(provider().getString("organizationId")).isEqualTo(id);
        assertThat(mappers()).contains("email", "newcomers");
        assertThat(shown().getString("state")).isEqualTo("active");
        assertThat(shown().getList("saml.certificates")).containsExactly(another());
        assertThat(Database.texts("select id from deed where action = 'sign-in.renewed' and key = ?", alias))
                .hasSize(2);
    }

    @Test
    void a_new_key_announced_while_keycloak_is_away_is_trusted_when_it_is_back() throws IOException {
        campus.show(withTheKeyBesides());
        Keycloak.goesAway();
        anHourLater();
        Keycloak.isBack();

        again.settle();

        assertThat(provider().getString("config.signingCertificate")).isEqualTo(another() + "," + before);
    }

    @Test
    void a_sign_on_address_moves_with_a_known_key() throws IOException {
        campus.show(moved(ofTheCampus()));

        anHourLater();

        assertThat(provider().getString("config.singleSignOnServiceUrl")).endsWith("/elsewhere");
        assertThat(shown().getString("saml.problem")).isNull();
    }

    @Test
    void keys_of_which_none_was_known_are_left_to_an_administrator() throws IOException {
        String address = provider().getString("config.singleSignOnServiceUrl");
        String revision = shown().getString("revision");
        campus.show(moved(withTheKeyOf(another())));

        anHourLater();

        assertThat(shown().getString("saml.problem")).startsWith("announces none of the certificates known before");
        assertThat(shown().getString("state")).isEqualTo("active");
        assertThat(shown().getString("revision")).isEqualTo(revision);
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(before);
        assertThat(provider().getString("config.singleSignOnServiceUrl")).isEqualTo(address);
        assertThat(Database.texts("select id from deed where action = 'sign-in.renewed' and key = ?", alias))
                .isEmpty();

        confirmed();

        assertThat(shown().getString("saml.problem")).isNull();
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(another());
    }

    @Test
    void the_key_known_before_shown_again_ends_the_problem() throws IOException {
        campus.show(withTheKeyOf(another()));
        anHourLater();

        campus.show(ofTheCampus());
        anHourLater();

        assertThat(shown().getString("saml.problem")).isNull();
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(before);
    }

    @Test
    void metadata_that_say_the_same_change_nothing_not_even_the_revision() {
        String revision = shown().getString("revision");

        anHourLater();

        assertThat(campus.readings()).isEqualTo(2);
        assertThat(shown().getString("revision")).isEqualTo(revision);
        assertThat(Database.texts("select id from deed where action = 'sign-in.renewed' and key = ?", alias))
                .isEmpty();
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
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(before);
        campus.show(ofTheCampus());
        anHourLater();
        assertThat(shown().getString("saml.problem")).isNull();
    }

    @Test
    void whoever_calls_itself_differently_is_not_trusted_in_its_place() throws IOException {
        campus.show(withTheKeyOf(another()).replace("/idp\"", "/another\""));

        anHourLater();

        assertThat(shown().getString("saml.problem")).isEqualTo("calls itself differently now");
        assertThat(provider().getString("config.signingCertificate")).isEqualTo(before);
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

    /** An administrator says that it is the campus. */
    private void confirmed() {
        Response answer =
                administrator.put(signIn, bySaml(Map.of("metadataUrl", campus.url(), "emailAttribute", MAIL)));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private void anHourLater() {
        makeOld();
        renewals.renewEverything();
    }

    private void makeOld() {
        Database.update(
                "update sign_in set metadata_read_at = metadata_read_at - interval '2 hours' where institution = ?",
                alias);
    }

    private JsonPath shown() {
        return administrator.get(signIn).jsonPath();
    }

    /** A certificate of somebody else's: Keycloak's own. */
    private static String another() {
        String descriptor = RestAssured.get(descriptor()).asString();
        return descriptor.replaceAll("(?s).*?<ds:X509Certificate>(.*?)</ds:X509Certificate>.*", "$1");
    }

    private static String key(String certificate) {
        return "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + certificate
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    }

    private static String withTheKeyOf(String certificate) throws IOException {
        return ofTheCampus().replaceFirst("(?s)<md:KeyDescriptor>.*?</md:KeyDescriptor>", key(certificate));
    }

    private static String withTheKeyBesides() throws IOException {
        return ofTheCampus().replace("<md:KeyDescriptor>", key(another()) + "<md:KeyDescriptor>");
    }

    private static String moved(String metadata) {
        return metadata.replace("/redirect\"", "/elsewhere\"");
    }

    private static String ofTheCampus() throws IOException {
        return SamlMetadataTest.campus().replace("https://login.lakeside.example", Keycloak.url());
    }
}
