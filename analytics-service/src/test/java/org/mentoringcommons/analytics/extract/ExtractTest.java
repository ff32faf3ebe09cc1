package org.mentoringcommons.analytics.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Row files are asked for by a study's team, for a purpose, and wait to be fetched. */
@QuarkusTest
class ExtractTest extends RowFiles {

    @Test
    void it_is_accepted_at_once_and_can_be_fetched_when_it_is_ready() throws SQLException {
        Tenant site = studied("life");
        answer(site, "life", "ann", true, Map.of("a", Facts.pair(2, 5)));

        String address = request("life", Map.of("format", "csv", "purpose", "a check"))
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .body("content", nullValue())
                .extract()
                .header("Location");
        member().get(address + "/content").then().statusCode(409).body("type", endsWith("extract-not-ready"));
        worker.round();

        show(address)
                .body("state", equalTo("ready"))
                .body("writtenRows", equalTo(1))
                .body("totalRows", equalTo(1))
                .body("watermark", notNullValue())
                .body("expiresAt", notNullValue())
                .body("purpose", equalTo("a check"));
        member().get(address + "/content").then().statusCode(200).contentType("text/csv; charset=UTF-8");
        member().get(STUDIES + "/life/extracts").then().body("size()", equalTo(1));
        Declared.operator().get(STUDIES + "/life").then().body("readAt", notNullValue());
        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(
                            owner,
                            "select e.purpose, e.requested_by, a.subject from extract e"
                                    + " join extract_access a on a.extract = e.id where study = 'life'"))
                    .containsExactly("a check|" + MEMBER + "|" + MEMBER);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; format",
                "{\"format\": \"csv\"}; purpose",
                "{\"format\": \"csv\", \"purpose\": \" \"}; purpose",
                "{\"format\": \"sav\", \"purpose\": \"x\"}; format",
                "{\"format\": \"csv\", \"purpose\": \"x\", \"rows\": 3}; rows",
            })
    void without_a_purpose_or_a_known_format_there_is_none(String body, String field) {
        studied("extract-refused");

        member().body(body)
                .post(STUDIES + "/extract-refused/extracts")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));

        member().get(STUDIES + "/extract-refused/extracts").then().body("size()", equalTo(0));
    }

    @Test
    void it_is_for_the_team_only_and_never_for_an_analyst() {
        studied("guarded");
        String address = ready("guarded", "csv");

        for (String token : List.of(
                Token.platform(Roles.PLATFORM_OPERATOR, Roles.HUB_ADMIN, Roles.ANALYST),
                Token.member(Facts.institution("guarded"), Roles.INSTITUTION_ADMIN, Roles.EVALUATOR))) {
            for (String path :
                    List.of(address, address + "/content", address + "/codebook", STUDIES + "/guarded/extracts")) {
                Declared.as(token).get(path).then().statusCode(404).body("type", endsWith("study-not-found"));
            }
        }
        String analyst = Token.of(MEMBER).onThePlatform(Roles.ANALYST).sign();
        Declared.as(analyst)
                .get(address + "/content")
                .then()
                .statusCode(403)
                .body("type", endsWith("no-rows-for-analysts"));
        Declared.as(analyst)
                .body(Map.of("format", "csv", "purpose", "x"))
                .post(STUDIES + "/guarded/extracts")
                .then()
                .statusCode(403);
    }

    @Test
    void a_cancelled_one_is_not_written_and_not_handed_out() throws SQLException {
        studied("cancelled");
        String waiting = requested("cancelled", "csv");
        member().delete(waiting).then().statusCode(204);
        worker.round();
        show(waiting).body("state", equalTo("cancelled"));

        String ready = ready("cancelled", "csv");
        member().delete(ready).then().statusCode(204);

        member().get(ready + "/content").then().statusCode(410).body("type", endsWith("extract-gone"));
        worker.round();
        assertThat(parts(ready)).isZero();
    }

    @Test
    void after_its_time_it_is_gone() throws SQLException {
        studied("expired");
        String address = ready("expired", "csv");

        asOwner("update extract set expires_at = now() - interval '1 second' where id = '" + id(address) + "'");

        member().get(address + "/content").then().statusCode(410);
        worker.round();
        show(address).body("state", equalTo("expired")).body("purpose", equalTo("a test"));
        assertThat(parts(address)).isZero();
    }

    @Test
    void one_person_has_only_so_many_under_way() {
        studied("many");
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(requested("many", "csv"));
        }

        request("many", Map.of("format", "csv", "purpose", "one more"))
                .statusCode(409)
                .body("type", endsWith("extracts-under-way"));
        member().delete(waiting.get(0)).then().statusCode(204);
        request("many", Map.of("format", "csv", "purpose", "one more")).statusCode(202);
        worker.round();
        Response first = member().get(STUDIES + "/many/extracts?limit=3");
        first.then().body("size()", equalTo(3));
        member().get(first.header("Link").replaceAll(".*<(.*)>.*", "$1")).then().body("size()", equalTo(1));
    }

    @Test
    void the_version_asked_for_is_the_one_written_whatever_is_declared_later() {
        Tenant site = studied("edited");
        answer(site, "edited", "ann", true, Map.of("a", Facts.pair(2, 5)));
        String address = requested("edited", "csv");
        Map<String, Object> edited = new HashMap<>(Declared.study("edited", "nothing held", "extract", "both", MEMBER));
        edited.keySet().removeAll(List.of("key", "team", "agreement"));
        Declared.operator()
                .header("If-Match", "*")
                .body(edited)
                .put(STUDIES + "/edited")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        worker.round();

        show(address).body("version", equalTo(1)).body("writtenRows", equalTo(1));
        show(ready("edited", "csv")).body("version", equalTo(2)).body("writtenRows", equalTo(0));
    }
}
