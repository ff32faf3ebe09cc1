package org.mentoringcommons.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Keycloak itself, with the shipped realm, makes of passwords that are guessed, and of those too easily guessed. */
@Order(1)
@ExtendWith(SharedStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordsTest {

    private static final String GOOD = "seven-green-boats-42";
    /** The latter while it takes no password at all; it tells neither reason. */
    private static final Integer[] REFUSED = {401, 400};

    private static final int AS_OFTEN_AS_SHIPPED = 10;

    private Stack stack;
    private RealmCalls realm;

    @BeforeAll
    void anAdministrator(Stack shared) {
        stack = shared;
        realm = new RealmCalls(
                stack.running().keycloak(),
                RealmAdministration.ADMIN,
                stack.secrets().password("keycloak.admin"));
    }

    @Test
    void whoGuessesIsNotLetInByTheRightPasswordEitherForAWhileAndOthersAre() {
        person("guessed", GOOD);
        person("left-alone", GOOD);
        assertThat(signIn("guessed", GOOD)).isEqualTo(200);

        for (int guess = 0; guess < AS_OFTEN_AS_SHIPPED; guess++) {
            assertThat(signIn("guessed", "wrong-green-boats-" + guess)).isIn((Object[]) REFUSED);
        }

        assertThat(signIn("guessed", GOOD)).isIn((Object[]) REFUSED);
        assertThat(signIn("left-alone", GOOD)).isEqualTo(200);
    }

    @Test
    void aPasswordThatIsShortOrTheUserNameIsNotTaken() {
        String person = person("long-enough-name", GOOD);

        assertThat(changed(person, "elevensigns")).isEqualTo(400);
        assertThat(changed(person, "long-enough-name")).isEqualTo(400);
        assertThat(changed(person, "twelve-signs")).isEqualTo(204);
        assertThat(signIn("long-enough-name", "twelve-signs")).isEqualTo(200);
    }

    private String person(String name, String password) {
        realm.create(
                "/users",
                RealmCalls.object()
                        .put("username", name)
                        .put("email", name + "@people.example")
                        .put("firstName", "Given")
                        .put("lastName", "Family")
                        .put("enabled", true)
                        .set("credentials", Web.JSON.createArrayNode().add(credential(password))));
        return realm.get("/users?exact=true&username=" + name).at("/0/id").asText();
    }

    private int changed(String person, String password) {
        URI address = stack.running()
                .keycloak()
                .resolve("/admin/realms/mentoring-commons/users/" + person + "/reset-password");
        return Web.send(Web.put(address, administrator(), credential(password))).statusCode();
    }

    private static JsonNode credential(String password) {
        return RealmCalls.object().put("type", "password").put("value", password);
    }

    private String administrator() {
        return Tokens.of(Web.form(
                tokens("master"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        stack.secrets().password("keycloak.admin"))));
    }

    private int signIn(String name, String password) {
        return Web.send(Web.form(
                        tokens("mentoring-commons"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "demo",
                                "client_secret",
                                stack.secrets().password("client.demo"),
                                "username",
                                name,
                                "password",
                                password)))
                .statusCode();
    }

    private URI tokens(String realmName) {
        return stack.running().keycloak().resolve("/realms/" + realmName + "/protocol/openid-connect/token");
    }
}
