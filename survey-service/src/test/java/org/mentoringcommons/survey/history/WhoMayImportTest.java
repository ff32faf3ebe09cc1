package org.mentoringcommons.survey.history;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.contract.Token;

/** Administrators and evaluators whom the protocol names; under a protocol that covers what was asked. */
@QuarkusTest
class WhoMayImportTest {

    @Inject
    Historic historic;

    @Inject
    World world;

    @Test
    void an_evaluator_whom_the_protocol_names_may_and_another_finds_no_protocol() {
        Historic.Past past = historic.past();
        Map<String, Object> wanted = Map.of("source", "Old", "mapping", past.mapping());
        Response made = Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER).post(past.imports(), wanted);
        made.then().statusCode(201).body("requestedBy", equalTo(Questions.FIRST_CODER));
        String address = Historic.address(made);

        Api stranger = Api.evaluator(Token.LAKESIDE, "somebody-else");
        stranger.post(past.imports(), wanted).then().statusCode(404);
        stranger.get(address).then().statusCode(404);
        stranger.delete(address).then().statusCode(404);
        Api.administrator(Token.HILLTOP).get(address).then().statusCode(404);
        Api.administrator(Token.HILLTOP).get(past.imports()).then().statusCode(404);
        new Api(Token.member(Token.LAKESIDE, Roles.FACILITATOR))
                .get(address)
                .then()
                .statusCode(403);
        Api.administrator(Token.LAKESIDE).get(past.imports()).then().body("id", hasItem(Historic.id(address)));
    }

    @Test
    void an_evaluator_cannot_put_workshops_on_record() {
        Historic.Past past = historic.past();
        String reference = "E-" + UUID.randomUUID();
        Map<String, Object> mapping = past.mapping();
        mapping.put(
                "workshops",
                List.of(Map.of(
                        "reference",
                        reference,
                        "name",
                        "Spring",
                        "curriculum",
                        past.curriculum(),
                        "version",
                        "1",
                        "mode",
                        "online",
                        "audience",
                        "mentee",
                        "sessions",
                        List.of(Map.of("start", "2021-03-02T09:00", "minutes", 240)))));
        String address = Historic.address(Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER)
                .post(past.imports(), Map.of("source", "Old", "mapping", mapping)));

        io.restassured.RestAssured.given()
                .auth()
                .oauth2(Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER).token())
                .contentType("text/csv")
                .body(Historic.HEADER + reference + ",1,a,yes,3,6,,,4,,,,\n")
                .put("/survey/v1" + address + "/file")
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("line 2, workshop"));
    }

    @Test
    void workshops_that_the_protocol_does_not_cover_or_whose_people_are_asked_here_are_told() {
        Historic.Past past = historic.past();
        Historic.Past other = historic.past();
        World.Held asked = world.delivered(Token.LAKESIDE, past.curriculum());
        String early = "T-" + UUID.randomUUID();
        System.setProperty(
                "test.past." + early,
                Token.LAKESIDE.id() + "|" + UUID.randomUUID() + "|" + past.curriculum() + "|2019-12-31T17:00:00Z");
        String address = Historic.prepared(past, past.mapping());

        Historic.dryRun(
                        address,
                        Historic.HEADER + other.reference() + ",1,a,yes,3,6,,,4,,,,\n" + early
                                + ",2,b,yes,3,6,,,4,,,,\n" + asked.id() + ",3,c,yes,3,6,,,4,,,,\n")
                .then()
                .statusCode(400)
                .body(
                        "violations.message",
                        equalTo(List.of(
                                "names a workshop of a curriculum that the protocol does not cover",
                                "names a workshop after which the protocol was not valid, on 2019-12-31",
                                "names a workshop whose people are asked here: what was collected elsewhere is not mixed"
                                        + " in")));
    }

    @Test
    void a_mapping_that_does_not_fit_is_told_field_by_field() {
        Historic.Past past = historic.past();
        Map<String, Object> mapping = past.mapping();
        mapping.put("workshop", new HashMap<>());
        mapping.put("consent", Map.of("research", true, "column", "agreed"));
        mapping.put(
                "items",
                List.of(
                        Map.of("item", "nothing", "column", "a"),
                        Map.of("item", "communication_1", "column", "a"),
                        Map.of("item", "valuable", "column", "a", "options", Map.of("great", "6")),
                        Map.of("item", "career", "column", "a", "options", Map.of("x", "Dean")),
                        Map.of("item", "race", "column", "a", "columns", Map.of("Asian", "b")),
                        Map.of("item", "race", "column", "a"),
                        Map.of("item", "planned_changes", "column", "a", "then", "b")));

        Historic.prepare(past, mapping)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:mapping-unfit"))
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "mapping.workshop",
                                "mapping.consent",
                                "mapping.items[0].item",
                                "mapping.items[1].column",
                                "mapping.items[1]",
                                "mapping.items[2].options.great",
                                "mapping.items[3].options.x",
                                "mapping.items[4]",
                                "mapping.items[5].item",
                                "mapping.items[6].then")));
    }
}
