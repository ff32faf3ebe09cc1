package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;
import org.mentoringcommons.deploy.local.demonstration.ImportedEvaluation;
import org.mentoringcommons.deploy.local.demonstration.Margins;
import org.mentoringcommons.deploy.local.demonstration.RecreatedEvaluation;

/**
 * The recreated evaluation, imported from files like those of Qualtrics, gives the report that the one collected through the
 * API gives; and what was imported goes again.
 */
@ExtendWith(TheStack.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportedEvaluationTest {

    private static final double R_AGREES_TO = 1e-9;

    private static ImportedEvaluation imported;
    private static JsonNode report;

    @BeforeAll
    static void it_is_imported() {
        imported = new ImportedEvaluation(TheStack.running());
        report = imported.run();
    }

    @Test
    void every_number_of_the_study_teams_report_is_that_of_the_answers_collected_here() {
        Map<String, String> ours = figures(report);
        Map<String, String> collected = figures(TheStack.collected());

        assertThat(ours).hasSizeGreaterThan(500);
        assertThat(ours.keySet()).isEqualTo(collected.keySet());
        assertThat(ours.keySet().stream()
                        .filter(figure -> !isSame(ours.get(figure), collected.get(figure)))
                        .map(figure -> figure + ": " + ours.get(figure) + " instead of " + collected.get(figure)))
                .isEmpty();
    }

    @Test
    void every_published_number_is_equal() throws IOException {
        JsonNode published = new ObjectMapper()
                .readTree(RecreatedEvaluation.class.getResourceAsStream("mentoring-up/expected_margins.json"));

        assertThat(Margins.compare(published, report)).hasSize(54).allMatch(Margins.Margin::holds);
    }

    @Test
    void half_pairs_came_and_counted_nowhere() {
        assertThat(Database.count(
                        Service.SURVEY,
                        "select count(*) from response where import is not null and unfinished"
                                + " and answers::text like '%\"now\": null%'"))
                .isPositive();
    }

    @Test
    void no_name_of_the_files_is_anywhere() {
        for (String table : List.of("response", "import", "import_workshop", "wave")) {
            assertThat(Database.count(
                            Service.SURVEY, "select count(*) from " + table + " t where t::text like '%Invented P%'"))
                    .as(table)
                    .isZero();
        }
        assertThat(Database.count(Service.SURVEY, "select count(*) from import_row"))
                .isZero();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_was_imported_goes_again_everywhere() {
        String tenants = imported.institutions().stream().collect(Collectors.joining("', '", "('", "')"));
        imported.imports()
                .forEach((alias, address) ->
                        Eventually.assertThat(() -> assertThat(TheStack.as("admin." + alias, alias, Service.SURVEY)
                                        .delete(address)
                                        .statusCode())
                                .isEqualTo(204)));

        for (String table : List.of("response", "coding", "wave", "workshop")) {
            Eventually.assertThat(() -> assertThat(Database.count(
                            Service.ANALYTICS, "select count(*) from " + table + " where tenant in " + tenants))
                    .as(table)
                    .isZero());
        }
        assertThat(Database.count(Service.SURVEY, "select count(*) from wave where tenant in " + tenants))
                .isZero();
        assertThat(Database.count(Service.CURRICULUM, "select count(*) from workshop where tenant in " + tenants))
                .isZero();
    }

    /** Everything that is said, by section, row, measure and field, whatever institutions are called. */
    private static Map<String, String> figures(JsonNode report) {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode section : report.get("sections")) {
            for (JsonNode row : section.get("rows")) {
                for (JsonNode measure : row.get("measures")) {
                    String figure = section.get("section").asText() + " / "
                            + row.get("row").asText().replace(ImportedEvaluation.PREFIX, "") + " / "
                            + measure.get("measure").asText();
                    measure.properties()
                            .forEach(field -> figures.put(
                                    figure + " / " + field.getKey(),
                                    field.getValue().isValueNode()
                                            ? field.getValue().asText()
                                            : field.getValue().toString()));
                }
            }
        }
        return figures;
    }

    /** Numbers are, if they differ by no more than in which order floating points were added up. */
    private static boolean isSame(String ours, String collected) {
        if (ours.equals(collected)) {
            return true;
        }
        try {
            double theirs = Double.parseDouble(collected);
            return Math.abs(Double.parseDouble(ours) - theirs) <= R_AGREES_TO * Math.max(1e-3, Math.abs(theirs));
        } catch (NumberFormatException words) {
            return false;
        }
    }
}
