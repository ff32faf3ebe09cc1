package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.tenancy.Tenant;

/** Refusals are read, too: of something hidden they say what they say of something that never was. */
@QuarkusTest
class RefusalsTellNothingTest extends ReleasingAnswers {

    @Test
    void a_figure_of_something_hidden_is_refused_as_one_that_never_was() {
        Tenant alone = studied("refused-alone");
        answer(alone, "refused-alone", "ann", true, 5);
        int release = released("refused-alone");

        Response never = figure(release, "never-was");
        assertThat(never.statusCode()).isEqualTo(404);
        for (String hidden : List.of("sites-2-both", "funnel-3-both", "gain-9-both")) {
            Response answer = figure(release, hidden);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString().replace(hidden, "never-was")).isEqualTo(never.asString());
            assertThat(answer.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList())
                    .isEqualTo(never.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
        }
    }

    /** What the audit found is the team's to read where it stands; no refusal repeats it. */
    @Test
    void that_an_audit_failed_is_refused_without_what_it_found() {
        Tenant site = studied("refused-findings");
        String address = drafted("refused-findings");
        leases.refused(
                computed(address, site),
                List.of(new Finding("cell-recoverable", "gain/both of hub=north, n", "between 3 and 5")));

        assertThat(show(address).extract().asString()).contains("north", "between 3 and 5");
        for (String step : List.of("approval", "freezing")) {
            assertThat(step(approver(), address, step).asString())
                    .contains("audit-failed")
                    .doesNotContain("north", "gain", "between", "3 and 5");
        }
        assertThat(analyst().get(address).statusCode()).isEqualTo(404);
        assertThat(analyst().get(address).asString()).doesNotContain("north", "gain", "between");
    }

    private static Response figure(int release, String name) {
        return analyst()
                .accept("image/svg+xml, application/problem+json")
                .get(RELEASES + "/" + release + "/figures/" + name);
    }
}
