package org.mentoringcommons.analytics.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ItemAnalysisTest extends Askings {

    @Test
    void tells_who_answered_each_item_who_passed_it_over_and_who_had_left() throws IOException {
        Tenant site = asked("left", "left shop");
        answer(site, "left shop", 1, Map.of("a", Facts.pair(1, 2), "b", 3, "c", "x", "d", List.of("p")));
        answer(site, "left shop", 2, Map.of("a", Facts.pair(1, 2), "b", 3, "c", "x", "d", List.of("p", "q")));
        answer(site, "left shop", 3, Map.of("a", Facts.pair(1, 2), "c", "y")); // passed b over, left before d
        answer(site, "left shop", 4, Map.of("a", Facts.pair(1, 2))); // left before b
        answer(site, "left shop", 5, Map.of());
        answer(site, "left shop", 6, Map.of("a", Facts.pair(5, 6)));

        JsonNode view = read(site, PATH);

        assertThat(view.get("invited").asInt()).isEqualTo(8);
        assertThat(view.get("responded").asInt()).isEqualTo(6);
        assertThat(view.get("complete").asInt()).isEqualTo(2);
        assertThat(lines(view))
                .containsExactly(
                        "a answered 5, left before 1, reached 5, skipped 0",
                        "b answered 2, left before 2, reached 3, skipped 1",
                        "c answered 3, left before 0, reached 3, skipped 0",
                        "d answered 2, left before 1, reached 2, skipped 0");
        assertThat(view.at("/notHere").toString()).isEqualTo("[\"words\"]");
        assertThat(view.get("patterns").toString())
                .isEqualTo("[{\"missing\":[\"b\",\"c\",\"d\"],\"people\":2},{\"missing\":[\"b\",\"d\"],\"people\":1},"
                        + "{\"missing\":[\"a\",\"b\",\"c\",\"d\"],\"people\":1}]");
        assertThat(view.get("otherPatterns").asInt()).isZero();
        assertThat(view.get("timeToComplete").asText()).isEqualTo("not-kept");
    }

    @Test
    void who_did_not_agree_to_research_is_in_it_and_another_institution_is_not() throws IOException {
        Tenant site = asked("own", "own shop");
        Tenant other = asked("others", "others shop");
        answer(site, "own shop", 1, Map.of("a", Facts.pair(1, 2)));
        feed.state(
                "responses",
                site,
                Facts.id("own shop refused"),
                Facts.response("own shop refused", "own shop wave", false, Map.of("a", Facts.pair(1, 2))));
        answer(other, "others shop", 1, Map.of("a", Facts.pair(1, 2)));

        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(2);
        assertThat(read(other, PATH).get("responded").asInt()).isEqualTo(1);
    }

    @Test
    void of_one_workshop_it_tells_of_that_alone_and_of_anothers_nothing() throws IOException {
        Tenant site = asked("several", "first shop");
        workshop(site, "second shop");
        answer(site, "first shop", 1, Map.of("a", Facts.pair(1, 2)));
        answer(site, "second shop", 1, Map.of("b", 4));
        asked("stranger", "strange shop");

        assertThat(read(site, PATH).get("responded").asInt()).isEqualTo(2);
        JsonNode one = read(site, PATH + "?workshop=" + Facts.id("second shop"));
        assertThat(one.get("responded").asInt()).isEqualTo(1);
        assertThat(one.get("waves").asInt()).isEqualTo(1);
        for (String nowhere : List.of(
                PATH + "?workshop=" + Facts.id("strange shop"),
                "/analytics/v1/item-analysis/passage/2",
                "/analytics/v1/item-analysis/passage/2/figure")) {
            evaluator(site).get(nowhere).then().statusCode(404).body("type", endsWith(":asking-not-found"));
        }
    }

    @Test
    void consistency_is_R_s_before_and_now_and_reverse_items_count_from_the_other_end() throws IOException {
        Tenant site = Facts.institution("items consistent");
        feed.state("institutions", null, site.id(), Facts.institutionState(site, "UTC"));
        feed.state("workshops", site, Facts.id("even shop"), Facts.workshop("even shop", "items", 240));
        Map<String, Object> scale = new HashMap<>(Facts.scale("skill", "p", "q", "r"));
        scale.put("reverse", List.of("r"));
        feed.state(
                "waves",
                site,
                Facts.id("even shop wave"),
                Facts.wave(
                        "even shop wave",
                        "even shop",
                        Facts.instrument(
                                "even",
                                "1",
                                List.of(
                                        Facts.thenNow("p"),
                                        Facts.thenNow("q"),
                                        Facts.thenNow("r"),
                                        Facts.likert("s", 5)),
                                List.of(scale, Facts.scale("single", "s")))));
        int[][] rows = {{1, 2, 7}, {2, 2, 6}, {3, 3, 4}, {4, 5, 4}, {5, 5, 2}, {6, 7, 1}, {7, 6, 3}, {4, 1, 5}};
        for (int person = 0; person < rows.length; person++) {
            int[] row = rows[person];
            answer(
                    site,
                    "even shop",
                    person,
                    Map.of("p", Facts.pair(4, row[0]), "q", Facts.pair(4, row[1]), "r", Facts.pair(4, row[2]), "s", 3));
        }
        answer(site, "even shop", 99, Map.of("p", Facts.pair(1, 7))); // not of the scale: q and r are missing

        JsonNode view = read(site, "/analytics/v1/item-analysis/even/1");

        JsonNode now = view.at("/scales/0/now");
        assertThat(now.get("n").asInt()).isEqualTo(8);
        assertThat(now.get("alpha").asDouble())
                .as("R: x <- cbind(c(1,2,3,4,5,6,7,4), c(2,2,3,5,5,7,6,1), 8-c(7,6,4,4,2,1,3,5));"
                        + " 3/2*(1-sum(diag(var(x)))/sum(var(x)))")
                .isCloseTo(0.937203166226913, within(1e-12));
        assertThat(now.at("/itemRest/2").asDouble()).isCloseTo(0.905580171459777, within(1e-12));
        assertThat(now.get("lower").asDouble()).isLessThan(0.937).isPositive();
        JsonNode before = view.at("/scales/0/before");
        assertThat(before.get("outcome").asText()).as("everybody said 4").isEqualTo("constant");
        assertThat(before.get("alpha").isNull()).isTrue();
        assertThat(view.at("/scales/1").has("before")).isFalse();
        assertThat(view.at("/scales/1/now/n").asInt()).isEqualTo(8);
    }

    @Test
    void the_figure_says_who_answered_each_item() {
        Tenant site = asked("drawn", "drawn shop");
        answer(site, "drawn shop", 1, Map.of("a", Facts.pair(1, 2), "c", "x"));
        answer(site, "drawn shop", 2, Map.of("a", Facts.pair(1, 2)));

        assertThat(figure(site))
                .startsWith("<svg ")
                .contains("<desc id=\"items-desc\">Of 2 people, 0 answered every item.")
                .contains(">2 / 2</text>")
                .contains(">1 / 2</text>")
                .contains(">0 / 2</text>")
                .doesNotContain("NaN");
    }

    @Test
    void an_answer_to_an_open_wave_moves_nothing_until_the_wave_is_over() throws IOException {
        Tenant site = asked("still open", "over shop");
        answer(site, "over shop", 1, Map.of("a", Facts.pair(1, 2)));
        workshop(site, "open shop", Instant.now().plus(Duration.ofDays(3)));
        JsonNode before = read(site, PATH);
        assertThat(before.get("waves").asInt()).isEqualTo(1);
        assertThat(before.get("openWaves").asInt()).isEqualTo(1);
        assertThat(before.get("invited").asInt()).isEqualTo(8);
        JsonNode beforeOfTheOne = read(site, PATH + "?workshop=" + Facts.id("open shop"));
        String drawn = figure(site);

        answer(site, "open shop", 1, Map.of("a", Facts.pair(1, 2), "b", 3));

        assertThat(read(site, PATH)).isEqualTo(before);
        assertThat(read(site, PATH + "?workshop=" + Facts.id("open shop"))).isEqualTo(beforeOfTheOne);
        assertThat(beforeOfTheOne.get("responded").asInt()).isZero();
        assertThat(figure(site)).isEqualTo(drawn);
        workshop(site, "open shop", Instant.now().minusSeconds(1));
        JsonNode after = read(site, PATH);
        assertThat(after.get("responded").asInt()).isEqualTo(2);
        assertThat(after.get("openWaves").asInt()).isZero();
        assertThat(after.get("invited").asInt()).isEqualTo(16);
    }

    @Test
    void where_nobody_has_answered_there_is_nothing_and_it_says_so() throws IOException {
        Tenant site = asked("empty", "empty shop");

        JsonNode view = read(site, PATH);

        assertThat(view.get("responded").asInt()).isZero();
        assertThat(lines(view)).contains("a answered 0, left before 0, reached 0, skipped 0");
        assertThat(view.at("/scales/0/now/outcome").asText()).isEqualTo("no_data");
        evaluator(site).accept("image/svg+xml").get(PATH + "/figure").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.FACILITATOR, Roles.PORTAL, Roles.INSTITUTION_ADMIN, Roles.PARTICIPANT})
    void nobody_but_evaluators_sees_what_few_people_left_out(String role) {
        Tenant site = asked("hidden " + role, "hidden shop " + role);

        Declared.as(Token.member(site, role)).get(PATH).then().statusCode(403);
    }
}
