package org.mentoringcommons.provisioning.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringcommons.provisioning.Database;
import org.mentoringcommons.provisioning.Keycloak;

/** A campus that shows its metadata at an address, at first with one key. */
abstract class AnnouncingCampus extends CampusLogins {

    static final String KNOWN = SigningKey.CAMPUS.base64();
    static final String NEXT = SigningKey.NEXT.base64();

    @Inject
    Renewals renewals;

    ShownMetadata campus;

    @BeforeEach
    void aCampusThatShowsItsMetadata() throws IOException {
        campus = new ShownMetadata(says(SigningKey.CAMPUS));
        confirmed();
        assertThat(trusted()).isEqualTo(KNOWN);
    }

    @AfterEach
    void nobodyIsLeft() {
        campus.close();
    }

    /** An administrator says where the campus is, whatever it says there. */
    void confirmed() {
        Response answer =
                administrator.put(signIn, bySaml(Map.of("metadataUrl", campus.url(), "emailAttribute", MAIL)));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void anHourLater() {
        makeOld();
        renewals.renewEverything();
    }

    void makeOld() {
        Database.update(
                "update sign_in set metadata_read_at = metadata_read_at - interval '2 hours' where institution = ?",
                alias);
    }

    JsonPath shown() {
        return administrator.get(signIn).jsonPath();
    }

    /** What Keycloak lets people in by. */
    String trusted() {
        return provider().getString("config.signingCertificate");
    }

    List<String> deeds(String action) {
        return Database.texts("select id from deed where action = ? and key = ?", action, alias);
    }

    /** Metadata with these keys, not signed. */
    static String says(SigningKey... keys) throws IOException {
        String announced = Arrays.stream(keys)
                .map(key -> "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
                        + key.base64() + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>")
                .collect(Collectors.joining());
        return SamlMetadataTest.campus()
                .replace("https://login.lakeside.example", Keycloak.url())
                .replaceFirst("(?s)<md:KeyDescriptor>.*?</md:KeyDescriptor>", announced);
    }

    static String moved(String metadata) {
        return metadata.replace("/redirect\"", "/elsewhere\"");
    }
}
