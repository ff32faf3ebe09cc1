package org.mentoringcommons.survey.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** How an institution says who mentors whom, and what is kept of it. */
@QuarkusTest
class PairingTest {

    @Inject
    Linked linked;

    @Test
    void nothing_that_is_kept_leads_to_the_people_and_a_retry_changes_nothing() {
        World.Asked mentees = linked.asked(6, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        List<Map<String, String>> pairs = Linked.pairs(mentees, mentors, 5);

        String declaration = Linked.declare(mentees, mentors, pairs)
                .then()
                .statusCode(201)
                .body("pairs", equalTo(5))
                .body("notInvited", empty())
                .extract()
                .path("declaration");
        Collections.reverse(pairs);
        Linked.declare(mentees, mentors, pairs).then().statusCode(200).body("declaration", equalTo(declaration));

        List<List<Object>> kept = Database.select(
                "select p::text, pseudonym::text, (ctid::text::point)[0] from paired p where declaration = ?::uuid"
                        + " order by ctid",
                declaration);
        assertThat(kept).hasSize(10);
        assertThat(kept.toString()).doesNotContain(Linked.people(mentees)).doesNotContain(Linked.people(mentors));
        // page by page: a page that was emptied meanwhile may be filled again before later ones
        assertThat(kept.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get(2), Collectors.mapping(row -> (String) row.get(1), Collectors.toList())))
                        .values())
                .as("in the order of pseudonyms, which is nobody's")
                .allSatisfy(page -> assertThat(page).isSorted());
    }

    @Test
    void of_many_at_once_one_is_declared() {
        World.Asked mentees = linked.asked(5, "exclude");
        World.Asked mentors = linked.asked(5, "exclude");
        List<Map<String, String>> pairs = Linked.pairs(mentees, mentors, 5);

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> Linked.declare(mentees, mentors, pairs).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 200, 200, 201);
    }

    @Test
    void what_cannot_be_declared_is_named() {
        World.Asked mentees = linked.asked(6, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        List<Map<String, String>> pairs = Linked.pairs(mentees, mentors, 5);

        Linked.declare(mentees, mentors, pairs.subList(0, 4))
                .then()
                .statusCode(400)
                .body("type", endsWith(":pairs-unfit"))
                .body("violations.field", contains("pairs"));
        List<Map<String, String>> twice = new ArrayList<>(pairs);
        twice.set(
                4,
                Map.of(
                        "mentee",
                        pairs.get(0).get("mentee"),
                        "mentor",
                        pairs.get(0).get("mentee")));
        Linked.declare(mentees, mentors, twice)
                .then()
                .statusCode(400)
                .body("violations.field", contains("pairs[4].mentee", "pairs[4].mentor"));
        Api.portal(Token.LAKESIDE)
                .post(Linked.path(mentees), Map.of("mentorsProtocol", UUID.randomUUID(), "pairs", pairs))
                .then()
                .statusCode(400)
                .body("violations.field", contains("mentorsProtocol"));
        Api.portal(Token.LAKESIDE)
                .post(Linked.path(mentees), Map.of("pairs", List.of(Map.of("mentee", UUID.randomUUID()))))
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("pairs[0].mentor"));
        Api.portal(Token.HILLTOP)
                .post(Linked.path(mentees), Map.of("pairs", pairs))
                .then()
                .statusCode(404)
                .body("type", endsWith(":protocol-not-found"));

        Linked.declare(mentees, mentors, pairs).then().statusCode(201);
        List<Map<String, String>> other =
                pairsWith(pairs, Linked.people(mentees).get(5));
        Linked.declare(mentees, mentors, other)
                .then()
                .statusCode(409)
                .body("type", endsWith(":already-paired"))
                .body(
                        "violations.field",
                        contains(
                                "pairs[0].mentor",
                                "pairs[1].mentee",
                                "pairs[1].mentor",
                                "pairs[2].mentee",
                                "pairs[2].mentor",
                                "pairs[3].mentee",
                                "pairs[3].mentor",
                                "pairs[4].mentee",
                                "pairs[4].mentor"));
    }

    @Test
    void who_has_no_invitation_yet_is_named_and_may_get_one() {
        World.Asked mentees = linked.asked(5, "exclude");
        World.Asked mentors = linked.asked(5, "exclude");
        String unknown = UUID.randomUUID().toString();

        Linked.declare(mentees, mentors, pairsWith(Linked.pairs(mentees, mentors, 5), unknown))
                .then()
                .statusCode(201)
                .body("notInvited", contains(unknown));
    }

    @Test
    void whoever_withdrew_before_is_tied_to_nobody_and_nobody_is_told() {
        World.Asked mentees = linked.asked(6, "retain");
        World.Asked mentors = linked.asked(6, "exclude");
        Linked.answered(mentees);
        Linked.answered(mentors);
        Api.anybody()
                .post("/forms/" + mentees.token() + "/withdrawal", Map.of())
                .then()
                .statusCode(201);

        Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 6))
                .then()
                .statusCode(201)
                .body("pairs", equalTo(6))
                .body("notInvited", empty());
        linked.over(mentees, mentors);

        assertThat(Linked.read(mentors))
                .filteredOn(answer -> answer.get("pair") != null)
                .hasSize(5);
    }

    @Test
    void a_declaration_is_taken_back_as_long_as_no_wave_of_the_protocol_is_over() {
        World.Asked mentees = linked.asked(5, "exclude");
        World.Asked mentors = linked.asked(5, "exclude");
        String mistaken = Linked.declare(mentees, mentors, pairsWith(Linked.pairs(mentees, mentors, 5), unknown()))
                .path("declaration");

        delete(mentees, mistaken).then().statusCode(204);
        delete(mentees, mistaken).then().statusCode(404).body("type", endsWith(":pairs-not-found"));
        String declaration = Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 5))
                .then()
                .statusCode(201)
                .extract()
                .path("declaration");
        Linked.answered(mentees);
        Linked.answered(mentors);
        linked.over(mentees, mentors);

        delete(mentees, declaration).then().statusCode(409).body("type", endsWith(":pairs-shown"));
        assertThat(Linked.read(mentees))
                .filteredOn(answer -> answer.get("pair") != null)
                .hasSize(5);
    }

    @Test
    void whether_it_can_be_taken_back_tells_nobody_who_answered() {
        for (int answering : List.of(0, 4, 5)) {
            World.Asked mentees = linked.asked(5, "exclude");
            World.Asked mentors = linked.asked(5, "exclude");
            String declaration = Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 5))
                    .path("declaration");
            for (int place = 0; place < answering; place++) {
                Linked.answer(mentees, place, true);
            }

            linked.over(mentees);

            delete(mentees, declaration).then().statusCode(409).body("type", endsWith(":pairs-shown"));
        }
    }

    private static List<Map<String, String>> pairsWith(List<Map<String, String>> pairs, String firstMentee) {
        List<Map<String, String>> other = new ArrayList<>(pairs);
        other.set(
                0,
                new HashMap<>(
                        Map.of("mentee", firstMentee, "mentor", pairs.get(0).get("mentor"))));
        return other;
    }

    private static String unknown() {
        return UUID.randomUUID().toString();
    }

    private static Response delete(World.Asked mentees, String declaration) {
        return Api.portal(Token.LAKESIDE).delete(Linked.path(mentees) + "/" + declaration);
    }
}
