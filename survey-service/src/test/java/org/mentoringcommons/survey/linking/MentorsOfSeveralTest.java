package org.mentoringcommons.survey.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.World;

/** Mentors who have several mentees in one wave. */
@QuarkusTest
class MentorsOfSeveralTest {

    @Inject
    Linked linked;

    @Test
    void a_mentor_and_all_their_mentees_belong_together() {
        World.Asked mentees = linked.asked(11, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        List<Map<String, String>> pairs = Linked.several(mentees, mentors, 2, 5);
        String declaration = Linked.declare(mentees, mentors, pairs)
                .then()
                .statusCode(201)
                .body("pairs", equalTo(10))
                .extract()
                .path("declaration");
        Collections.reverse(pairs);
        Linked.declare(mentees, mentors, pairs).then().statusCode(200).body("declaration", equalTo(declaration));
        Linked.answered(mentees);
        Linked.answered(mentors);

        linked.over(mentees, mentors);

        Map<Object, Set<Object>> ratingsOfMentees = ratingsByPair(mentees);
        Map<Object, Set<Object>> ratingsOfMentors = ratingsByPair(mentors);
        assertThat(ratingsOfMentees).hasSize(5).containsOnlyKeys(ratingsOfMentors.keySet());
        ratingsOfMentors.forEach((pair, ratings) -> {
            int place = (int) ratings.iterator().next() - 1;
            assertThat(ratingsOfMentees.get(pair))
                    .containsExactlyInAnyOrder(2 * place % 5 + 1, (2 * place + 1) % 5 + 1);
        });
        assertThat(Linked.read(mentors))
                .filteredOn(answer -> answer.get("pair") == null)
                .hasSize(1);
    }

    @Test
    void four_mentors_are_too_few_to_be_shown_however_many_mentees_they_have() {
        World.Asked mentees = linked.asked(10, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        Linked.declare(mentees, mentors, Linked.several(mentees, mentors, 2, 5))
                .then()
                .statusCode(201);
        Linked.answered(mentees);
        List.of(1, 2, 3, 4, 5).forEach(place -> Linked.answer(mentors, place, true)); // the first one does not

        linked.over(mentees, mentors);

        assertThat(ratingsByPair(mentees)).isEmpty();
        assertThat(ratingsByPair(mentors)).isEmpty();
    }

    @Test
    void a_number_of_mentees_that_few_mentors_have_is_refused_pair_by_pair() {
        World.Asked mentees = linked.asked(11, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        List<Map<String, String>> pairs = new ArrayList<>(Linked.several(mentees, mentors, 2, 5));
        pairs.add(Map.of(
                "mentee", Linked.people(mentees).get(10), "mentor", pairs.get(0).get("mentor")));

        Linked.declare(mentees, mentors, pairs)
                .then()
                .statusCode(400)
                .body("type", endsWith(":pairs-unfit"))
                .body("violations.field", contains(fields(IntStream.rangeClosed(0, 10))));
        pairs.set(
                10,
                Map.of(
                        "mentee",
                        Linked.people(mentees).get(10),
                        "mentor",
                        Linked.people(mentors).get(5)));
        Linked.declare(mentees, mentors, pairs)
                .then()
                .statusCode(400)
                .body("violations.field", contains("pairs[10].mentor"));
    }

    @Test
    void of_a_mentor_who_withdraws_all_are_untied_and_of_a_mentee_only_that_one() {
        World.Asked mentees = linked.asked(14, "exclude");
        World.Asked mentors = linked.asked(7, "exclude");
        Linked.declare(mentees, mentors, Linked.several(mentees, mentors, 2, 7))
                .then()
                .statusCode(201);
        Linked.answered(mentees);
        Linked.answered(mentors);

        withdraws(mentees, 0);
        withdraws(mentors, 1);
        withdraws(mentees, 4);
        withdraws(mentees, 5);
        linked.over(mentees, mentors);

        assertThat(ratingsByPair(mentors))
                .as("all but the second, who left, and the third, left alone")
                .hasSize(5);
        assertThat(Linked.read(mentees))
                .filteredOn(answer -> answer.get("pair") != null)
                .hasSize(9);
        assertThat(Database.count("paired where pair is not null and protocol = ?::uuid", Linked.protocol(mentees)))
                .isEqualTo(9);
        assertThat(Database.count("paired where pair is not null and protocol = ?::uuid", Linked.protocol(mentors)))
                .isEqualTo(5);
    }

    @Test
    void who_withdrew_before_is_tied_to_nobody_and_the_others_are() {
        World.Asked mentees = linked.asked(12, "exclude");
        World.Asked mentors = linked.asked(6, "exclude");
        Linked.answered(mentees);
        Linked.answered(mentors);
        withdraws(mentees, 0);

        Linked.declare(mentees, mentors, Linked.several(mentees, mentors, 2, 6))
                .then()
                .statusCode(201);
        linked.over(mentees, mentors);

        assertThat(ratingsByPair(mentors)).hasSize(6);
        assertThat(Linked.read(mentees))
                .filteredOn(answer -> answer.get("pair") != null)
                .hasSize(11);
    }

    private static void withdraws(World.Asked asked, int place) {
        Api.anybody()
                .post("/forms/" + asked.tokens().get(place) + "/withdrawal", Map.of())
                .then()
                .statusCode(201);
    }

    private static String[] fields(IntStream places) {
        return places.mapToObj(place -> "pairs[" + place + "].mentor").toArray(String[]::new);
    }

    /** The ratings by what the pair is called. */
    private static Map<Object, Set<Object>> ratingsByPair(World.Asked asked) {
        return Linked.read(asked).stream()
                .filter(answer -> answer.get("pair") != null)
                .collect(Collectors.groupingBy(
                        answer -> answer.get("pair"),
                        Collectors.mapping(
                                answer -> ((Map<?, ?>) answer.get("answers")).get("valuable"), Collectors.toSet())));
    }
}
