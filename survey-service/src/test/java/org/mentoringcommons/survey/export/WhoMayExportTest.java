package org.mentoringcommons.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Coders;
import org.mentoringcommons.survey.Questions;
import org.mentoringcommons.survey.World;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class WhoMayExportTest {

    @Inject
    Exporting exporting;

    @Inject
    World world;

    @Test
    void answers_given_for_research_and_all_answers_are_never_in_one_file() {
        World.Asked asked = exporting.asked(3);
        answer(asked, 0, true);
        answer(asked, 1, false);
        answer(asked, 2, true);
        exporting.over(asked);

        for (Map.Entry<String, Integer> population :
                Map.of("consented", 2, "evaluated", 3).entrySet()) {
            List<Map<String, String>> lines =
                    Exporting.lines(Exporting.text(Exporting.ready(asked, "csv", population.getKey()), "data"));
            assertThat(lines).hasSize(population.getValue()).allSatisfy(line -> assertThat(line)
                    .containsEntry("population", population.getKey())
                    .doesNotContainKey("research"));
        }
    }

    @Test
    void only_evaluators_whom_the_protocol_names_know_of_its_exports() {
        World.Asked asked = exporting.asked(1);
        answer(asked, 0, true);
        exporting.over(asked);
        String address = Exporting.ready(asked, "csv", "consented");

        for (Api stranger : List.of(
                Api.evaluator(Token.LAKESIDE, "somebody-else"), Api.evaluator(Token.HILLTOP, Questions.FIRST_CODER))) {
            stranger.post(Exporting.path(asked), Exporting.wanted("csv", "consented"))
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:mentoring-commons:problem:protocol-not-found"));
            stranger.get(Exporting.path(asked)).then().statusCode(404);
            stranger.get(address).then().statusCode(404);
            stranger.get(address + "/files/data").then().statusCode(404);
            stranger.delete(address).then().statusCode(404);
        }
        Api.evaluator(Token.LAKESIDE, Questions.SECOND_CODER)
                .get(Exporting.path(asked))
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(address.substring(address.lastIndexOf('/') + 1))));
    }

    @Test
    void who_asked_and_fetched_and_what_for_is_on_the_institutions_record() {
        World.Asked asked = exporting.asked(1);
        answer(asked, 0, true);
        exporting.over(asked);
        String address = Exporting.ready(asked, "csv", "consented");
        Exporting.file(address, "data");
        String export = address.substring(address.lastIndexOf('/') + 1);

        List<Map<String, Object>> deeds = Api.administrator(Token.LAKESIDE)
                .get("/audit?limit=200")
                .jsonPath()
                .<Map<String, Object>>getList("$")
                .stream()
                .filter(deed -> export.equals(deed.get("thingId")))
                .toList();

        assertThat(deeds).extracting(deed -> deed.get("action")).containsExactly("export.fetched", "export.requested");
        assertThat(deeds.get(1))
                .containsEntry("reason", "Tests of this report")
                .containsEntry("detail", "protocol " + Coders.protocol(asked) + ", consented, csv, 1 waves");
        assertThat(deeds.get(0)).containsEntry("detail", "protocol " + Coders.protocol(asked) + ", data");
    }

    @Test
    void what_is_missing_or_impossible_is_named() {
        World.Asked asked = exporting.asked(1);
        Map<String, Object> nameless = Exporting.wanted("csv", "consented");
        nameless.remove("purpose");
        nameless.remove("population");

        Exporting.order(asked, nameless)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("purpose"))
                .body("violations.field", hasItem("population"));
        Map<String, Object> backwards = Exporting.wanted("csv", "consented");
        backwards.putAll(Map.of(
                "from",
                "2026-02-01",
                "to",
                "2026-01-01",
                "waves",
                List.of(asked.wave()),
                "workshops",
                List.of(UUID.randomUUID())));
        Exporting.order(asked, backwards)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:mentoring-commons:problem:export-impossible"))
                .body("violations.field", equalTo(List.of("to", "waves[0]", "workshops[0]")));
    }

    @Test
    void answers_of_a_wave_that_is_open_are_in_no_file() {
        World.Asked asked = exporting.asked(1);
        answer(asked, 0, true);

        Exporting.order(asked, Exporting.wanted("csv", "evaluated"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mentoring-commons:problem:no-wave-over"));
    }

    @Test
    void days_are_the_workshops() {
        World.Asked asked = exporting.asked(1); // its only session was on the first of January
        answer(asked, 0, true);
        exporting.over(asked);

        Exporting.order(asked, filtered("from", "2026-01-02")).then().statusCode(409);
        Exporting.order(asked, filtered("to", "2025-12-31")).then().statusCode(409);
        Map<String, Object> day = filtered("from", "2026-01-01");
        day.putAll(Map.of(
                "to", "2026-01-01",
                "waves", List.of(asked.wave()),
                "workshops", List.of(asked.workshop().id())));
        Exporting.order(asked, day)
                .then()
                .statusCode(201)
                .body("filters.from", equalTo("2026-01-01"))
                .body("totalRows", equalTo(1));
    }

    private static Map<String, Object> filtered(String name, String day) {
        Map<String, Object> wanted = Exporting.wanted("csv", "consented");
        wanted.put(name, day);
        return wanted;
    }

    private static void answer(World.Asked asked, int person, boolean research) {
        Api.answer(asked.tokens().get(person), Questions.receipt(), research, Questions.goodAnswers())
                .then()
                .statusCode(201);
    }
}
