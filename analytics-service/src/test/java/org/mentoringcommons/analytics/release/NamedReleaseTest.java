package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.mentoringcommons.analytics.Declared.STUDIES;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.tenancy.Roles;
import org.mentoringcommons.tenancy.Tenant;
import org.mentoringcommons.tenancy.contract.Token;

/** Institutions that agreed to be named, in every document of a release. */
@QuarkusTest
class NamedReleaseTest extends ReleasingSites {

    private static final String[] HERE = {
        "scale", "instrument", "n", "meanGain", "sdGain", "released", "band", "prediction", "withinPrediction"
    };

    @Test
    void a_named_site_stands_in_every_document_and_what_is_pooled_comes_with_its_caveats() throws SQLException {
        Tenant site = studied("naming");
        agree("naming", site);
        String address = naming("naming", site);
        step(approver(), address, "approval").then().statusCode(200);
        String location = step(approver(), address, "freezing")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        int number = Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));

        analyst()
                .get(RELEASES + "/" + number)
                .then()
                .statusCode(200)
                .body("sites.site", contains(alias(site)))
                .body("sites[0].figures.find { it.measure == 'mean_gain' }.value", equalTo("0.8"))
                .body("cells.size()", equalTo(2))
                .body("derived.measure", hasItems("sites", "mean", "smallest", "largest"))
                .body("caveats.sites", containsString("not in it"))
                .body("caveats.curricula", containsString("by chance"));
        ReleaseShape.requireDocumented(analyst().get(RELEASES + "/" + number).asString());
        String csv = analyst().accept("text/csv").get(RELEASES + "/" + number).asString();
        assertThat(csv.lines().filter(line -> line.startsWith("sites.each,both,mean_gain")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",0.8,41,").endsWith("," + alias(site)));
        assertThat(csv.lines().filter(line -> line.startsWith("sites,both,mean,0.800,1,")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("REML"));
        analyst()
                .accept("text/html")
                .get(RELEASES + "/" + number)
                .then()
                .body(containsString("Sites that agreed to be named"))
                .body(containsString("Across sites"))
                .body(containsString("<summary>Data of Figure"));
        List<String> figures =
                analyst().get(RELEASES + "/" + number + "/figures").path("name");
        assertThat(figures).anyMatch(name -> name.startsWith("funnel-")).anyMatch(name -> name.startsWith("sites-"));
        analyst()
                .accept("text/csv")
                .get(RELEASES + "/" + number + "/codebook")
                .then()
                .body(containsString("column,site,"))
                .body(containsString("measure,sites,"));
        assertThat(rows("select institution from release_site where release = " + number))
                .containsExactly(site.id());
        asAppRefused("delete from release_site");
    }

    @Test
    void a_release_that_names_who_agrees_no_more_is_computed_anew() {
        Tenant site = studied("naming-withdrawn");
        agree("naming-withdrawn", site);
        String address = naming("naming-withdrawn", site);
        step(approver(), address, "approval").then().statusCode(200);
        Declared.administrator(site)
                .delete(STUDIES + "/naming-withdrawn/participation/site")
                .then()
                .statusCode(204);

        step(approver(), address, "freezing")
                .then()
                .statusCode(409)
                .body("type", endsWith(":site-agreement-withdrawn"))
                .body("violations.field", contains("sites"))
                .body("violations.message", contains(alias(site)));
        step(drafter(), address, "computation").then().statusCode(202);
    }

    @Test
    void an_institution_sees_its_own_gains_beside_everybodys() {
        Tenant site = studied("being-here");
        for (int i = 0; i < 4; i++) {
            answer(site, "being-here", "person " + i, i % 2 == 0, 3 + i % 2);
        }
        int number = frozen("being-here", 1, site);
        String here = RELEASES + "/" + number + "/here";

        Declared.as(Token.member(site, Roles.EVALUATOR))
                .get(here)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("scales.scale", contains("both"))
                .body("scales[0].n", equalTo(4))
                .body("scales[0].meanGain", equalTo(1.0f))
                .body("scales[0].released.mean_gain", equalTo("0.7"))
                .body("scales[0].band", equalTo(null))
                .body("scales[0].keySet()", containsInAnyOrder(HERE)) // no rank, nor anything else of others
                .body("caveats.size()", equalTo(3));
        Declared.as(Token.member(site, Roles.EVALUATOR))
                .accept("text/html")
                .get(here)
                .then()
                .statusCode(200)
                .body(containsString("You are here"));
        // of another institution, nobody's answers are seen
        Declared.as(Token.member(Token.HILLTOP, Roles.EVALUATOR))
                .get(here)
                .then()
                .statusCode(200)
                .body("scales.size()", equalTo(0));
        analyst().get(here).then().statusCode(403);
        Declared.as(Token.member(site, Roles.EVALUATOR))
                .get(RELEASES + "/99999/here")
                .then()
                .statusCode(404);
    }

    @Test
    void a_mean_is_put_between_marks_that_are_shown_and_no_finer() {
        Map<String, String> shown = Map.of("q1_gain", "0.2", "q3_gain", "1.2");

        assertThat(Here.band(0.1, shown)).isEqualTo("below q1_gain");
        assertThat(Here.band(0.7, shown)).isEqualTo("from q1_gain to q3_gain");
        assertThat(Here.band(1.2, shown)).isEqualTo("from q3_gain on");
        assertThat(Here.band(1.2, Map.of())).isNull();
    }

    private static void asAppRefused(String statement) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                    try (var app = org.mentoringcommons.analytics.Database.asApp()) {
                        app.createStatement().execute(statement);
                    }
                })
                .extracting(refusal -> ((SQLException) refusal).getSQLState())
                .isEqualTo("42501");
    }
}
