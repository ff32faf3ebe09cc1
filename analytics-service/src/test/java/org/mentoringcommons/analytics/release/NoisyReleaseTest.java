package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;

/** What studies with noise publish of real answers, and that every document says so. */
@QuarkusTest
class NoisyReleaseTest extends ReleasingAnswers {

    private static final Map<String, Object> TOTALS =
            Map.of("mechanism", "discrete_laplace", "epsilon", 0.5, "budget", 2);
    private static final Map<String, Object> CELLS = Map.of("mechanism", "cell_key", "bound", 5);

    @Test
    void a_private_study_publishes_national_totals_and_says_so_everywhere() {
        people("private-totals");
        edit("private-totals", Map.of("noise", TOTALS));

        int release = released("private-totals");

        JsonPath content = document(release, "", "application/json").jsonPath();
        ReleaseShape.requireDocumented(document(release, "", "application/json").asString());
        assertThat(content.<Map<String, String>>getList("cells.cell")).containsOnly(Map.of());
        assertThat(content.getString("method")).contains("discrete Laplace", "epsilon 0.5");
        assertThat(content.getDouble("noise.epsilon")).isEqualTo(0.5);
        assertThat(content.getString("noise.mechanism")).isEqualTo("discrete_laplace");
        assertThat(content.<String>getList("cells[0].figures.measure"))
                .contains("n", "sum_gain", "n_positive", "noise_scale", "noise_scale_sum");
        // 0.5 for one measure, half of it for counts: four; a gain of two items of seven points is at most twelve
        assertThat(figure(content, "noise_scale")).isEqualTo("4");
        assertThat(figure(content, "noise_scale_sum")).isEqualTo("48");
        everyDocumentSays(release, "discrete Laplace");
        isMadeAgain(release);
    }

    @Test
    void cells_with_noise_are_near_the_true_ones_and_every_document_says_so() {
        people("noisy-cells");
        edit("noisy-cells", Map.of("noise", CELLS));

        int release = released("noisy-cells");

        JsonPath content = document(release, "", "application/json").jsonPath();
        assertThat(content.getInt("noise.bound")).isEqualTo(5);
        String nation =
                "cells.find { it.cell.isEmpty() && it.section == 'gains' }.figures.find { it.measure == 'n' }.value";
        assertThat(content.getInt(nation)).isBetween(SITES * PEOPLE - 5, SITES * PEOPLE + 5);
        everyDocumentSays(release, "cell-key noise of at most 5");
        isMadeAgain(release);
    }

    @Test
    void the_noise_of_a_study_with_releases_stays() {
        people("noise-stays");
        edit("noise-stays", Map.of("noise", CELLS));
        released("noise-stays");

        for (Map<String, Object> other : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("noise", TOTALS),
                Map.<String, Object>of("noise", Map.of("mechanism", "cell_key", "bound", 4)))) {
            edit("noise-stays", other);
            drafter()
                    .body(Map.of("purpose", "the next figures"))
                    .post(Declared.STUDIES + "/noise-stays/releases")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith(":noise-changed"))
                    .body("violations.field", contains("noise"))
                    .body("violations.message", contains(containsString("cell-key noise of at most 5")));
        }
        edit("noise-stays", Map.of("noise", CELLS));
        drafted("noise-stays");
    }

    @Test
    void a_study_that_released_exact_numbers_gets_no_noise_beside_them() {
        people("exact-stays");
        released("exact-stays");
        edit("exact-stays", Map.of("noise", TOTALS));

        drafter()
                .body(Map.of("purpose", "the next figures"))
                .post(Declared.STUDIES + "/exact-stays/releases")
                .then()
                .statusCode(409)
                .body("type", endsWith(":noise-changed"));
    }

    private static String figure(JsonPath content, String measure) {
        return content.getString("cells[0].figures.find { it.measure == '" + measure + "' }.value");
    }

    private static void everyDocumentSays(int release, String words) {
        assertThat(document(release, "", "text/csv").asString()).contains(words);
        assertThat(document(release, "", "text/html").asString()).contains(words, "<b>Noise.</b>");
        assertThat(document(release, "/codebook", "text/csv").asString()).contains("noise,", words);
        assertThat(document(release, "/metadata", "application/ld+json").asString())
                .contains(words, "Counts with noise");
    }

    private static io.restassured.response.Response document(int release, String which, String type) {
        return analyst()
                .accept(type)
                .get(RELEASES + "/" + release + which)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private void isMadeAgain(int release) {
        drafter().post(RELEASES + "/" + release + "/reproduction").then().statusCode(202);
        worker.round();
        reproduction(release).body("outcome.reproduced", equalTo(true));
    }
}
