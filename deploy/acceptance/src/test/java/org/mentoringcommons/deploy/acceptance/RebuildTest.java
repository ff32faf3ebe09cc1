package org.mentoringcommons.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringcommons.deploy.local.Service;

/** Everything the log did to analytics-service can be forgotten and is made anew from it, killed in the midst or not. */
@ExtendWith(TheStack.class)
class RebuildTest {

    @Test
    void what_is_made_anew_from_the_log_is_what_was_there() {
        List<String> before = content();
        JsonNode report = sections();

        TheStack.asOperator(Service.ANALYTICS)
                .post("/analytics/v1/rebuilds")
                .then()
                .statusCode(202);
        TheStack.stack().kill(Service.ANALYTICS);
        TheStack.stack().restart(Service.ANALYTICS);

        Eventually.assertThat(() -> assertThat(TheStack.asOperator(Service.ANALYTICS)
                        .get("/analytics/v1/rebuilds/last")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("state"))
                .isEqualTo("DONE"));
        assertThat(content()).isEqualTo(before);
        assertThat(sections()).isEqualTo(report);
    }

    private static JsonNode sections() {
        return TheStack.report(TheStack.demonstrated().study()).get("sections");
    }

    /** How many there are of everything, and a sum over what they say. */
    private static List<String> content() {
        return List.of("workshop", "wave", "response", "coding").stream()
                .flatMap(table -> Database.names(
                        Service.ANALYTICS,
                        "select '" + table + " ' || count(*) || ' ' || sum(hashtextextended(t::text, 0)::numeric) from "
                                + table + " t")
                        .stream())
                .toList();
    }
}
