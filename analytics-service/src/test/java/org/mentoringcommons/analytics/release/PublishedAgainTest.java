package org.mentoringcommons.analytics.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Declared;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.tenancy.Tenant;

/** Releases of real answers, one after the other, around one withdrawal and around eleven. */
@QuarkusTest
class PublishedAgainTest extends Releasing {

    private static final int SITES = 4;
    private static final int PEOPLE = 30;

    @Inject
    ReleaseWorker worker;

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
                    .statusCode(200)
                    .body("reproduced", equalTo(true))
                    .body("documents.name", contains("candidate", "json", "csv"))
                    .body("documents.reproduced", everyItem(equalTo(true)));
        }
    }

    @Test
    void what_other_rules_made_is_not_made_again_by_these() throws SQLException {
        people("by-other-rules");
        int release = released("by-other-rules");
        asOwner("update release set method_version = '0.9' where number = " + release);

        drafter()
                .post(RELEASES + "/" + release + "/reproduction")
                .then()
                .statusCode(409)
                .body("type", endsWith(":release-of-another-method"))
                .body("violations.field", contains("methodVersion"));
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

    private List<Tenant> people(String study) {
        List<Tenant> sites = new ArrayList<>();
        Tenant first = studied(study); // declares the study; nobody answers there
        Declared.leave(study, first).statusCode(204);
        for (int number = 0; number < SITES; number++) {
            String site = study + " " + number;
            Tenant tenant = Facts.institution("release " + site);
            feed.state("institutions", null, tenant.id(), Facts.institutionState(tenant, "UTC"));
            feed.state("workshops", tenant, Facts.id(site + " shop"), workshop(site + " shop", study));
            feed.state(
                    "waves",
                    tenant,
                    Facts.id(site + " wave"),
                    Facts.wave(site + " wave", site + " shop", instrument()));
            Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
            for (int person = 0; person < PEOPLE; person++) {
                String name = site + " person " + person;
                answers.put(
                        Facts.id(name),
                        Facts.response(
                                name,
                                site + " wave",
                                true,
                                Map.of(
                                        "a",
                                        Facts.pair(1 + person % 4, 2 + person % 6),
                                        "b",
                                        Facts.pair(1 + person % 5, 3 + person % 5))));
            }
            feed.states("responses", tenant, answers);
            Declared.join(study, tenant, 1).statusCode(201);
            sites.add(tenant);
        }
        return sites;
    }

    private static Map<String, Object> workshop(String name, String curriculum) {
        Map<String, Object> workshop = Facts.workshop(name, curriculum, 240);
        workshop.put("attended", PEOPLE);
        workshop.put("enrolled", PEOPLE);
        return workshop;
    }

    /** As an instance does it, from the answers. */
    private String audited(String study) {
        String address = drafted(study);
        step(drafter(), address, "computation").then().statusCode(202);
        worker.round();
        show(address).body("findings", equalTo(List.of())).body("state", equalTo("audited"));
        return address;
    }

    private int released(String study) {
        return frozen(audited(study));
    }

    private static int frozen(String address) {
        step(approver(), address, "approval").then().statusCode(200);
        Response frozen = step(drafter(), address, "freezing");
        frozen.then().statusCode(201);
        return frozen.path("number");
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
