package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Releases of real answers, one after the other, around one withdrawal and around eleven. */
@QuarkusTest
class PublishedAgainTest extends ReleasingAnswers {

    @Test
    void one_withdrawal_leaves_what_was_published_and_eleven_renew_it() {
        String study = "published-again";
        List<Tenant> sites = people(study);

        int first = released(study);
        feed.erased("responses", sites.get(0), Facts.id(study + " 0 person 0"));
        int second = released(study);
        for (int person = 1; person <= 11; person++) {
            feed.erased(
                    "responses",
                    sites.get(person % SITES),
                    Facts.id(study + " " + person % SITES + " person " + person));
        }
        int third = released(study);

        assertThat(everybody(first)).containsEntry("n", "120").containsEntry("origin", first);
        assertThat(everybody(second)).containsEntry("n", "120").containsEntry("origin", first);
        assertThat(everybody(third)).containsEntry("n", "108").containsEntry("origin", third);
        for (int release : List.of(first, second, third)) {
            drafter()
                    .post(RELEASES + "/" + release + "/reproduction")
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith(RELEASES + "/" + release + "/reproduction"))
                    .body("state", equalTo("waiting"));
        }
        worker.round();
        for (int release : List.of(first, second, third)) {
            reproduction(release)
                    .body("state", equalTo("made"))
                    .body("outcome.reproduced", equalTo(true))
                    .body("outcome.documents.name", contains("candidate", "json", "csv"))
                    .body("outcome.documents.reproduced", everyItem(equalTo(true)));
        }
    }

    @Test
    void whatever_is_hidden_the_document_has_the_same_shape() {
        people("shaped");
        int shown = released("shaped");
        Tenant alone = studied("shaped-alone");
        answer(alone, "shaped-alone", "ann", true, 5);
        int hidden = released("shaped-alone");

        JsonPath one = content(shown);
        JsonPath other = content(hidden);

        String ofEverybody = "cells.find { it.cell.isEmpty() && it.section == 'gains' }.figures.";
        assertThat(other.getList(ofEverybody + "measure")).isEqualTo(one.getList(ofEverybody + "measure"));
        assertThat(other.<String>getList("cells.figures.flatten().status")).containsOnly("suppressed");
        assertThat(one.<String>getList(ofEverybody + "status")).contains("shown");
        assertThat(other.getMap("").keySet()).isEqualTo(one.getMap("").keySet());
    }

    @Test
    void of_a_draft_the_approver_sees_what_will_be_published() {
        people("previewed");
        String address = audited("previewed");
        String preview = approver().accept("text/csv").get(address + "/preview").asString();

        int number = frozen(address);

        String csv = analyst().accept("text/csv").get(RELEASES + "/" + number).asString();
        // but for its number, which nobody knows before
        assertThat(csv.replace(",previewed,1," + number + "," + number + ",", ",previewed,1,0,0,")
                        .replace(",previewed,1," + number + ",,", ",previewed,1,0,,"))
                .isEqualTo(preview);
    }

    private static JsonPath content(int release) {
        return analyst()
                .get(RELEASES + "/" + release)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> everybody(int release) {
        JsonPath content = content(release);
        String cell = "cells.find { it.cell.isEmpty() && it.section == 'gains' }.";
        return Map.of(
                "n", content.getString(cell + "figures.find { it.measure == 'n' }.value"),
                "origin", content.getInt(cell + "origin"));
    }
}
