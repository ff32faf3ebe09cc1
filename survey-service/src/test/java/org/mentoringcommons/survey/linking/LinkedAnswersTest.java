package org.mentoringcommons.survey.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

/** What evaluators read of answers that belong together. */
@QuarkusTest
class LinkedAnswersTest {

    @Inject
    Linked linked;

    @Test
    void mentee_and_mentor_are_read_as_a_pair_once_both_waves_are_over() {
        World.Asked mentees = linked.asked(6, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 5))
                .then()
                .statusCode(201);
        Linked.answered(mentees);
        Linked.answered(mentors);
        assertThat(Linked.read(mentees)).as("while it is open").isEmpty();

        linked.over(mentees);
        assertThat(Linked.read(mentees)).hasSize(6).allSatisfy(answer -> assertThat(answer.get("pair"))
                .isNull());
        linked.over(mentors);

        Map<Object, Object> ratingOfMentee = ratingByPair(mentees, "mentee");
        assertThat(ratingOfMentee).hasSize(5).isEqualTo(ratingByPair(mentors, "mentor"));
        assertThat(Linked.read(mentees))
                .filteredOn(answer -> answer.get("pair") == null)
                .singleElement()
                .satisfies(answer -> assertThat(answer.get("side")).isNull());
        assertThat(Linked.read(mentees).toString())
                .doesNotContain("agenda", "receipt", "pseudonym")
                .doesNotContain(Linked.people(mentees));
    }

    @Test
    void four_complete_pairs_are_too_few_to_be_shown() {
        World.Asked mentees = linked.asked(6, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 5))
                .then()
                .statusCode(201);
        Linked.answered(mentees);
        for (int place : List.of(1, 2, 3, 4, 5)) { // the first one's mentor does not answer
            Linked.answer(mentors, place, true);
        }

        linked.over(mentees, mentors);

        assertThat(Linked.read(mentors)).hasSize(5).allSatisfy(answer -> assertThat(answer.get("pair"))
                .isNull());
    }

    @Test
    void only_research_answers_of_waves_that_five_answered_are_listed() {
        World.Asked five = linked.asked(6, "exclude");
        World.Asked four = linked.asked(5, "exclude");
        Linked.answer(five, 0, false);
        Linked.answer(four, 0, false);
        List.of(1, 2, 3, 4).forEach(place -> Linked.answer(four, place, true));
        List.of(1, 2, 3, 4, 5).forEach(place -> Linked.answer(five, place, true));

        linked.over(five, four);

        assertThat(Linked.read(five)).hasSize(5);
        assertThat(Linked.read(four)).isEmpty();
    }

    @Test
    void a_withdrawal_unties_the_pair_and_leaves_the_other_s_answer() {
        for (String policy : List.of("exclude", "destroy", "retain")) {
            World.Asked mentees = linked.asked(7, policy);
            World.Asked mentors = linked.asked(7, "exclude");
            Linked.declare(mentees, mentors, Linked.pairs(mentees, mentors, 6))
                    .then()
                    .statusCode(201);
            List<String> receipts = Linked.answered(mentees);
            Linked.answered(mentors);

            Api.anybody()
                    .post("/withdrawals", Map.of("institution", "lakeside", "receipt", receipts.get(0)))
                    .then()
                    .statusCode(201);
            linked.over(mentees, mentors);

            int tied = policy.equals("retain") ? 6 : 5;
            assertThat(ratingByPair(mentees, "mentee")).as(policy).hasSize(tied);
            assertThat(ratingByPair(mentors, "mentor")).as(policy).hasSize(tied);
            assertThat(Linked.read(mentors)).as(policy).hasSize(7);
            assertThat(Database.count("paired where pair is not null and protocol = ?::uuid", Linked.protocol(mentors)))
                    .as("ties that are kept under " + policy)
                    .isEqualTo(tied);
        }
    }

    @Test
    void the_list_leads_from_page_to_page() {
        World.Asked asked = linked.asked(5, "exclude");
        Linked.answered(asked);
        linked.over(asked);
        Api evaluator = Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER);

        List<Object> responses = new ArrayList<>();
        Response page = evaluator.get("/protocols/" + Linked.protocol(asked) + "/linked-answers?limit=2");
        while (page != null) {
            responses.addAll(page.then().statusCode(200).extract().path("response"));
            page = evaluator.next(page);
        }

        assertThat(responses).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void every_page_that_is_read_is_on_the_record_however_it_is_asked_for() {
        World.Asked asked = linked.asked(5, "exclude");
        Linked.answered(asked);
        linked.over(asked);
        Api evaluator = Api.evaluator(Token.LAKESIDE, Questions.FIRST_CODER);
        String protocol = Linked.protocol(asked);
        String path = "/protocols/" + protocol + "/linked-answers?limit=3";

        evaluator.get(path + "&after=" + new UUID(0, 0)).then().statusCode(200).body("", hasSize(3));
        evaluator.next(evaluator.get(path)).then().statusCode(200).body("", hasSize(2));

        assertThat(Database.select(
                        "select detail from deed where action = 'linked-answers.read' and key = ? order by at",
                        protocol))
                .containsExactly(List.of("3 answers"), List.of("3 answers"), List.of("2 answers"));
    }

    @Test
    void nobody_reads_them_but_evaluators_whom_the_protocol_names() {
        World.Asked asked = linked.asked(1, "exclude");
        String path = "/protocols/" + Linked.protocol(asked) + "/linked-answers";

        Api.evaluator(Token.LAKESIDE, "somebody-else").get(path).then().statusCode(404);
        Api.evaluator(Token.HILLTOP, Questions.FIRST_CODER)
                .get(path)
                .then()
                .statusCode(404)
                .body("type", endsWith(":protocol-not-found"));
        Api.administrator(Token.LAKESIDE).get(path).then().statusCode(403);
    }

    /** The rating, which is everybody's place, by what the pair is called. */
    private static Map<Object, Object> ratingByPair(World.Asked asked, String side) {
        return new HashMap<>(Linked.read(asked).stream()
                .filter(answer -> Objects.equals(answer.get("side"), side))
                .collect(Collectors.toMap(
                        answer -> answer.get("pair"), answer -> ((Map<?, ?>) answer.get("answers")).get("valuable"))));
    }
}
