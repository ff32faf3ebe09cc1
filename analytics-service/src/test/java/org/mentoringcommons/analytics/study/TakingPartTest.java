package org.mentoringcommons.analytics.study;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Who takes part in a study: institutions by agreement to a text, people by being named. */
@QuarkusTest
class TakingPartTest {

    private static final String FIRST = "first of the team";
    private static final String SECOND = "second of the team";
    private static final Tenant SITE = Facts.institution("taking part");

    @Test
    void an_institution_agrees_to_the_text_in_force_and_to_no_other() {
        declare("texts");
        publish("texts", "clearer", false).statusCode(201).body("version", equalTo(2));

        Declared.join("texts", SITE, 1)
                .statusCode(409)
                .body("type", endsWith("agreement-not-in-force"))
                .body("violations.field", contains("agreement"));
        Declared.join("texts", SITE, 3).statusCode(409);
        Declared.join("texts", SITE, 2).statusCode(201).body("agreement", equalTo(2));

        Declared.administrator(SITE)
                .get(STUDIES + "/texts/agreement-texts")
                .then()
                .body("text", contains("first text", "clearer"))
                .body("material", contains(true, false));
    }

    @Test
    void it_stays_under_the_text_it_agreed_to_until_a_material_change_and_then_shares_nothing_before_agreeing() {
        declare("material");
        Declared.join("material", SITE, 1).statusCode(201).body("sharing", equalTo(true));

        publish("material", "a comma", false).statusCode(201);
        participation("material").body("agreement", equalTo(1)).body("sharing", equalTo(true));
        publish("material", "another use", true).statusCode(201);
        participation("material").body("agreement", equalTo(1)).body("sharing", equalTo(false));
        Declared.join("material", SITE, 3)
                .statusCode(201)
                .body("agreement", equalTo(3))
                .body("sharing", equalTo(true));

        Declared.join("material", SITE, 3).statusCode(409).body("type", endsWith("participation-exists"));
        Declared.as(Token.of(FIRST).sign())
                .get(STUDIES + "/material/participations")
                .then()
                .body("agreement", containsInAnyOrder(1, 3))
                .body("find { it.agreement == 1 }.renewed", equalTo(true))
                .body("find { it.agreement == 1 }.leftAt", notNullValue())
                .body("find { it.agreement == 3 }.sharing", equalTo(true));
    }

    @Test
    void leaving_and_joining_again_are_both_on_record() {
        declare("leaving");
        Declared.join("leaving", SITE, 1).statusCode(201);
        Declared.leave("leaving", SITE).statusCode(204);
        Declared.join("leaving", SITE, 1).statusCode(201);

        var page = Declared.operator().get(STUDIES + "/leaving/participations?limit=1");
        page.then().body("size()", equalTo(1));
        Declared.operator()
                .get(page.header("Link").replaceAll(".*<(.*)>.*", "$1"))
                .then()
                .body("size()", equalTo(1));
        Declared.operator()
                .get(STUDIES + "/leaving/participations")
                .then()
                .body("findAll { it.leftAt == null }.size()", equalTo(1))
                .body("findAll { it.leftBy != null && !it.renewed }.size()", equalTo(1));
    }

    @Test
    void the_texts_are_published_by_operators_and_say_something() {
        declare("published");

        publish("published", " ", true).statusCode(400).body("violations.field", hasItem("text"));
        Declared.operator()
                .body(Map.of("text", "a text"))
                .post(STUDIES + "/published/agreement-texts")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("material"));
        Declared.administrator(SITE)
                .body(Map.of("text", "our own", "material", false))
                .post(STUDIES + "/published/agreement-texts")
                .then()
                .statusCode(403);
    }

    @Test
    void people_are_put_on_the_team_and_taken_off_and_see_the_results_in_between_only() {
        declare("team");
        report("team", SECOND).statusCode(404);

        member("team", SECOND, "put").statusCode(204);
        member("team", SECOND, "put").statusCode(204);
        report("team", SECOND).statusCode(200);
        member("team", SECOND, "delete").statusCode(204);
        report("team", SECOND).statusCode(404);
        member("team", SECOND, "delete").statusCode(404).body("type", endsWith("member-not-found"));

        Declared.administrator(SITE)
                .get(STUDIES + "/team/team")
                .then()
                .body("subject", contains(FIRST, SECOND))
                .body("[1].removedBy", equalTo("person-of-the-platform"))
                .body("[1].removedAt", notNullValue());
    }

    @Test
    void a_study_is_never_without_a_team() {
        declare("last");

        member("last", FIRST, "delete").statusCode(409).body("type", endsWith("team-empty"));

        report("last", FIRST).statusCode(200);
    }

    @Test
    void neither_the_team_nor_hub_administrators_name_people() {
        declare("not-yours");

        for (String token : List.of(
                Token.of(FIRST)
                        .at(SITE, Roles.EVALUATOR, Roles.INSTITUTION_ADMIN)
                        .sign(),
                Token.platform(Roles.HUB_ADMIN, Roles.ANALYST))) {
            Declared.as(token).put(STUDIES + "/not-yours/team/" + SECOND).then().statusCode(403);
        }
    }

    @Test
    void who_takes_part_is_for_the_team_and_operators_and_the_texts_are_not_for_strangers() {
        declare("strangers");

        Declared.administrator(SITE)
                .get(STUDIES + "/strangers/participations")
                .then()
                .statusCode(404);
        for (String list : List.of("team", "versions", "agreement-texts", "participations")) {
            Declared.as(Token.platform(Roles.HUB_ADMIN, Roles.ANALYST))
                    .get(STUDIES + "/strangers/" + list)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("study-not-found"));
        }
    }

    private static void declare(String key) {
        Declared.declare(Declared.study(key, key, key, key, FIRST)).statusCode(201);
    }

    private static ValidatableResponse publish(String key, String text, boolean material) {
        return Declared.operator()
                .body(Map.of("text", text, "material", material))
                .post(STUDIES + "/" + key + "/agreement-texts")
                .then();
    }

    private static ValidatableResponse participation(String key) {
        return Declared.administrator(SITE)
                .get(STUDIES + "/" + key + "/participation")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse member(String key, String subject, String method) {
        return Declared.operator()
                .request(method.toUpperCase(java.util.Locale.ROOT), STUDIES + "/" + key + "/team/" + subject)
                .then();
    }

    private static ValidatableResponse report(String key, String subject) {
        return Declared.as(Token.of(subject).sign())
                .get(STUDIES + "/" + key + "/report")
                .then();
    }
}
