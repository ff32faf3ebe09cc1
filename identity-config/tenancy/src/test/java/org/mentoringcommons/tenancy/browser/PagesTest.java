package org.mentoringcommons.tenancy.browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
@QuarkusTestResource(value = ServiceDatabase.class, initArgs = @ResourceArg(name = "service", value = "work"))
class PagesTest {

    private static final String OURS = "https://portal.lakeside.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final Tenant institution = new Tenant(UUID.randomUUID().toString());

    @Test
    void a_page_may_call_with_the_token_it_was_given_and_read_the_answer() {
        preflight(OURS)
                .then()
                .statusCode(204)
                .header(ALLOWED, equalTo(OURS))
                .header(
                        "Access-Control-Allow-Headers",
                        allOf(containsString("Authorization"), containsString("Prefer")))
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Credentials", nullValue());

        from(OURS, token(OURS))
                .get("/busywork")
                .then()
                .statusCode(200)
                .header(ALLOWED, equalTo(OURS))
                .header("Access-Control-Expose-Headers", containsString("ETag"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.hilltop.example",
                "https://portal.lakeside.example:8443",
                "http://portal.lakeside.example",
                "https://portal.lakeside.example.evil.example",
                "null"
            })
    void nothing_is_done_for_a_page_from_elsewhere_and_it_reads_nothing(String elsewhere) {
        from(elsewhere, token(OURS))
                .contentType("application/json")
                .body(List.of("one"))
                .post("/busywork")
                .then()
                .statusCode(403)
                .body("type", endsWith(":origin-not-registered"))
                .header(ALLOWED, nullValue());
    }

    @Test
    void a_star_in_a_token_is_nobodys_origin() {
        from(OURS, token("*")).get("/busywork").then().statusCode(403).header(ALLOWED, nullValue());
    }

    @Test
    void a_token_that_was_given_to_no_page_is_good_without_one_only() {
        String machine = token();

        given().auth().oauth2(machine).get("/busywork").then().statusCode(200).header(ALLOWED, nullValue());
        from(OURS, machine).get("/busywork").then().statusCode(403).body("type", endsWith(":origin-not-registered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.lakeside.example",
                "null",
                "https://",
                "https://somebody@portal.example",
                "http://localhost.evil.example"
            })
    void whoever_could_not_be_registered_need_not_call(String origin) {
        preflight(origin).then().statusCode(204).header(ALLOWED, nullValue());
    }

    @Test
    void a_page_reads_refusals_too_and_that_its_token_is_over() {
        from(OURS, token(OURS)).get("/busywork/refused").then().statusCode(400).header(ALLOWED, equalTo(OURS));
        String over = Token.of("late")
                .at(institution, Roles.FACILITATOR)
                .onPagesAt(OURS)
                .expired()
                .sign();

        from(OURS, over).get("/busywork").then().statusCode(401).header(ALLOWED, equalTo(OURS));
    }

    @Test
    void a_page_reads_that_it_sent_too_much_whether_or_not_it_said_how_much() {
        String much = "[\"" + "a".repeat(70_000) + "\"]";
        for (String how : List.of("announced", "chunked")) {
            RequestSpecification request = from(OURS, token(OURS)).contentType("application/json");
            (how.equals("announced")
                            ? request.body(much)
                            : request.body(new java.io.ByteArrayInputStream(much.getBytes())))
                    .post("/busywork")
                    .then()
                    .statusCode(413)
                    .body("type", endsWith(":too-large"))
                    .header(ALLOWED, equalTo(OURS));
        }
        given().header("Origin", OURS)
                .contentType("application/json")
                .body(much)
                .post("/busywork")
                .then()
                .statusCode(413)
                .header(ALLOWED, nullValue());
    }

    @Test
    void what_needs_no_token_is_for_no_pages_elsewhere() {
        given().header("Origin", OURS)
                .get("/busywork/links/good-one")
                .then()
                .statusCode(200)
                .header(ALLOWED, nullValue());
        Response asked = given().header("Origin", OURS)
                .header("Access-Control-Request-Method", "GET")
                .options("/busywork/links/good-one");
        assertThat(asked.header(ALLOWED)).isNull();
    }

    private String token(String... origins) {
        return Token.of("a person")
                .at(institution, Roles.FACILITATOR)
                .onPagesAt(origins)
                .sign();
    }

    private static RequestSpecification from(String origin, String token) {
        return given().auth().oauth2(token).header("Origin", origin);
    }

    private static Response preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/busywork");
    }
}
